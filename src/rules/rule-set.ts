import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { CheckFile } from '../check/check-rule.ts'
import { isCheck, PARTS, PartsFile } from '../check/parts.ts'
import { type CheckRules, compileChecks } from '../check/rules.ts'
import { type Judge, LearnedModel, ModelFile } from '../learned/model.ts'
import { Lexicon } from '../lex/lexicon.ts'
import { PeriodRule, type PeriodRules, periodRulesOf } from '../lex/periods.ts'
import { type Vocabulary, vocabularyOf } from '../lex/vocabulary.ts'
import { Terms } from '../repair/words/terms.ts'
import { Candidates } from './candidates.ts'
import { Form } from './forms.ts'
import { LexiconFile } from './lexicon.ts'
import { compile, type Pattern, PatternError } from './pattern.ts'
import { type Precision, PrecisionFile, UNMEASURED } from './precision.ts'
import { RECOGNITION, type Recognition, RecognitionFile } from './recognition.ts'
import type { RuleFile } from './rule-files.ts'
import { digestOf, LEARNED, readRuleSetFiles } from './rule-set-files.ts'
import {
  type Indicator,
  IndicatorFile,
  type IndicatorRule,
  MeasureFile,
  type MeasureRule,
  NotStatisticFile,
  type NotStatisticRule,
} from './schema.ts'
import { TableWordFile, TableWords } from './table-words.ts'
import { TagTable } from './tags.ts'
import { parseYaml, RuleError } from './yaml.ts'

/** A rule with one of its patterns; a rule with several patterns gives several of these. */
export type WithPattern<R> = R & { readonly pattern: Pattern }

export interface CompiledIndicatorRule {
  readonly rule: IndicatorRule
  readonly indicator: Indicator
  readonly patterns: readonly Pattern[]
  readonly has: readonly Pattern[]
  readonly hasNot: readonly Pattern[]
  readonly under: readonly Pattern[]
  readonly about: readonly Pattern[]
}

/** Everything that knows Vietnamese, compiled. Made once; immutable; shared by all documents. */
export interface RuleSet {
  readonly tags: TagTable
  readonly vocabulary: Vocabulary
  readonly lexicon: Lexicon
  /** Its words of several syllables, to find those that a scan damaged. */
  readonly terms: Terms
  readonly periods: PeriodRules
  readonly notStatistics: readonly WithPattern<NotStatisticRule>[]
  readonly measures: readonly WithPattern<MeasureRule>[]
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly indicatorRules: readonly CompiledIndicatorRule[]
  /** The patterns around numbers of these rules, indexed. */
  readonly numberPatterns: {
    readonly notStatistics: Candidates<WithPattern<NotStatisticRule>>
    readonly measures: Candidates<WithPattern<MeasureRule>>
    readonly indicators: Candidates<CompiledIndicatorRule>
  }
  /** Forms whose rows are known. */
  readonly forms: readonly Form[]
  /** What words in tables are for. */
  readonly tableWords: TableWords
  /** What the figures of a document have to do with each other. */
  readonly checks: CheckRules
  /** What was learned from labelled documents, as a second opinion; null without it. */
  readonly learned: Judge | null
  /** How often the readings were right; see `confidenceOf`. */
  readonly precision: Precision
  /** How far numbers that were read from images are to be trusted. */
  readonly recognition: Recognition
  /** sha256 over the files, in order of their names, and what was learned. */
  readonly digest: string
}

/** Where the shipped rules stand, from src/ and dist/ alike. */
export const RULES_FOLDER = fileURLToPath(new URL('../../rules/', import.meta.url))

/** The rules without what was learned beside them: what the rules themselves read. */
export const rulesAlone = (rules: RuleSet): RuleSet => ({ ...rules, learned: null })

/**
 * Loads and compiles all rules of a folder.
 * @throws RuleError naming file and line for whatever is wrong with a rule
 */
export const loadRules = (folder: string = RULES_FOLDER): RuleSet => {
  const files = readRuleSetFiles(folder)
  const learned = files.find(f => f.name === LEARNED)?.source ?? null
  const read = <S extends z.ZodType<readonly unknown[]>>(prefix: string, schema: S) =>
    files
      .filter(({ name }) => name.startsWith(prefix))
      .map(({ name, source }) => ({ name, source, rules: parseYaml(name, source, schema) }))

  const tags = new TagTable()
  const vocabulary = vocabularyOf(tags)
  const entries = read('lexicon/', LexiconFile).flatMap(f => f.rules)
  for (const e of entries) for (const t of [e.tag, ...e.also]) tags.id(t)

  /** Compiles in the context of a file, so that a fault can say where it stands. */
  const inFile =
    (file: { name: string; source: string }) =>
    (pattern: string): Pattern => {
      try {
        return compile(pattern, tags)
      } catch (fault) {
        if (!(fault instanceof PatternError)) throw fault
        const line = file.source.slice(0, Math.max(0, file.source.indexOf(pattern))).split('\n').length
        throw new RuleError(file.name, line, fault.message)
      }
    }

  const indicatorFiles = read('indicators/', IndicatorFile)
  const indicatorRules = indicatorFiles.flatMap(f => {
    const make = inFile(f)
    return f.rules.flatMap(indicator =>
      indicator.rules.map(rule => ({
        rule,
        indicator,
        patterns: rule.match.map(make),
        has: (rule.has ?? []).map(make),
        hasNot: (rule.hasNot ?? []).map(make),
        under: (rule.under ?? []).map(make),
        about: (rule.about ?? []).map(make),
      })),
    )
  })
  const periods = read('periods.yaml', z.array(PeriodRule)).flatMap(f =>
    f.rules.map(r => ({ reads: r.reads, keepFirst: r.keepFirst, keepLast: r.keepLast, pattern: inFile(f)(r.match) })),
  )
  const notStatistics = read('numerals.yaml', NotStatisticFile).flatMap(f =>
    f.rules.flatMap(r => r.match.map(m => ({ ...r, pattern: inFile(f)(m) }))),
  )
  const measures = read('measures.yaml', MeasureFile).flatMap(f =>
    f.rules.flatMap(r => r.match.map(m => ({ ...r, pattern: inFile(f)(m) }))),
  )

  return {
    tags,
    vocabulary,
    lexicon: new Lexicon(entries, tags),
    terms: new Terms(entries.flatMap(e => e.words)),
    periods: periodRulesOf(periods),
    notStatistics,
    measures,
    indicators: new Map(indicatorFiles.flatMap(f => f.rules.map(i => [i.code, i] as const))),
    indicatorRules,
    numberPatterns: {
      notStatistics: new Candidates(notStatistics, r => [r.pattern]),
      measures: new Candidates(measures, r => [r.pattern]),
      indicators: new Candidates(indicatorRules, r => r.patterns),
    },
    forms: files.filter(f => isForm(f.name)).map(({ name, source }) => parseYaml(name, source, Form)),
    tableWords: new TableWords(read(TABLE_WORDS, TableWordFile).flatMap(f => f.rules)),
    checks: compileChecks(
      files.filter(f => isCheck(f.name)).flatMap(({ name, source }) => parseYaml(name, source, CheckFile)),
      files.filter(f => f.name === PARTS).map(({ name, source }) => parseYaml(name, source, PartsFile))[0] ?? {},
    ),
    learned: learned === null ? null : new LearnedModel(ModelFile.parse(JSON.parse(learned))),
    precision: precisionIn(files),
    recognition: files
      .filter(f => f.name === RECOGNITION)
      .map(({ name, source }) => parseYaml(name, source, RecognitionFile))[0] ?? { numbers: [[1, 1]] },
    digest: digestOf(files),
  }
}

const TABLE_WORDS = 'forms/words.yaml'

export const isForm = (name: string): boolean => name.startsWith('forms/') && name !== TABLE_WORDS

const PRECISION = 'precision.yaml'

/** Rules that were never measured have no such file. */
const precisionIn = (files: readonly RuleFile[]): Precision => {
  const source = files.find(f => f.name === PRECISION)?.source
  return source === undefined ? UNMEASURED : parseYaml(PRECISION, source, PrecisionFile)
}
