import { z } from 'zod'
import { CheckFile } from '../check/check-rule.ts'
import { isCheck, PARTS, PartsFile } from '../check/parts.ts'
import { PeriodRule } from '../lex/periods.ts'
import { DOCUMENT_FILES } from '../outline/document-schema.ts'
import { CharacterRules } from '../repair/character-schema.ts'
import { EncodingRules } from '../repair/encodings/encoding-schema.ts'
import { ENCODING_FILES } from '../repair/encodings/encodings.ts'
import { MojibakeRules } from '../repair/encodings/mojibake-rules.ts'
import { SyllableRules } from '../repair/syllables/syllable-schema.ts'
import { ConfusionRules } from '../repair/words/confusion-schema.ts'
import { Form } from '../rules/forms.ts'
import { LexiconFile } from '../rules/lexicon.ts'
import { PrecisionFile } from '../rules/precision.ts'
import { RECOGNITION, RecognitionFile } from '../rules/recognition.ts'
import { isForm } from '../rules/rule-set.ts'
import { IndicatorFile, MeasureFile, NotStatisticFile } from '../rules/schema.ts'
import { TableWordFile } from '../rules/table-words.ts'

export const PeriodFile = z.array(PeriodRule)

const SINGLE: Readonly<Record<string, z.ZodType>> = {
  'measures.yaml': MeasureFile,
  'numerals.yaml': NotStatisticFile,
  'periods.yaml': PeriodFile,
  'forms/words.yaml': TableWordFile,
  [PARTS]: PartsFile,
  'document/characters.yaml': CharacterRules,
  'document/confusions.yaml': ConfusionRules,
  'document/syllables.yaml': SyllableRules,
  'document/encodings/mojibake.yaml': MojibakeRules,
  ...Object.fromEntries(ENCODING_FILES.map(name => [`document/encodings/${name}.yaml`, EncodingRules])),
  ...Object.fromEntries(Object.entries(DOCUMENT_FILES).map(([name, schema]) => [`document/${name}`, schema])),
}

/** Files without which nothing can be read. */
export const NEEDED: readonly string[] = Object.keys(SINGLE)

/** What is measured, where it was. */
const MEASURED = 'precision.yaml'

/** The schema of a rule file by its name below the folder of rules; null where nothing reads such a file. */
export const schemaOf = (name: string): z.ZodType | null => {
  if (name.startsWith('lexicon/')) return LexiconFile
  if (name.startsWith('indicators/')) return IndicatorFile
  if (isForm(name)) return Form
  if (isCheck(name)) return CheckFile
  if (name === MEASURED) return PrecisionFile
  if (name === RECOGNITION) return RecognitionFile
  return Object.hasOwn(SINGLE, name) ? (SINGLE[name] ?? null) : null
}
