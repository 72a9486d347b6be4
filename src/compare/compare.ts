import {
  type Comparison,
  DocumentHeader,
  type Extraction,
  type HeaderChange,
  NUMERAL_CLASSES,
  type NumeralChange,
  type Numerals,
  OTHER_PARTS,
} from '../contract/index.ts'
import { alignTexts } from './align-texts.ts'
import { compareFlags } from './compare-flags.ts'
import { compareObservation } from './compare-observation.ts'
import { matchObservations } from './match-observations.ts'
import { same, withoutPlaces } from './same.ts'
import { turn } from './turn.ts'

/**
 * What two extractions of one original have and say otherwise. Observations are of the same numeral where they stand at the same
 * place; where the text itself was read otherwise (another OCR, another repair), both texts are laid beside each other first, and
 * offsets, lines and boxes are not compared. Comparing the other way round gives the same, turned.
 */
export const compare = (before: Extraction, after: Extraction): Comparison =>
  // one way round for both directions: ties between readings are settled alike
  before.text > after.text ? turn(inOrder(after, before)) : inOrder(before, after)

const inOrder = (before: Extraction, after: Extraction): Comparison => {
  const texts = alignTexts(before.text, after.text)
  const { pairs, lost, gained } = matchObservations(before.observations, after.observations, texts)
  return {
    sha256: after.document.sha256,
    before: before.engine,
    after: after.engine,
    observations: {
      before: before.observations.length,
      after: after.observations.length,
      gained: [...gained],
      lost: [...lost],
      changed: pairs
        .flatMap(([b, a]) => compareObservation(b, a, texts.same) ?? [])
        .sort((x, y) => x.before.evidence.start - y.before.evidence.start),
    },
    flags: compareFlags(before.flags, after.flags, pairs, texts),
    header: headerChanges(before, after, texts.same),
    numerals: numeralChanges(before.numerals, after.numerals),
    other: OTHER_PARTS.filter(part =>
      texts.same
        ? !same(partOf(before, part), partOf(after, part))
        : !same(withoutPlaces(partOf(before, part)), withoutPlaces(partOf(after, part))),
    ),
  }
}

const partOf = (extraction: Extraction, part: (typeof OTHER_PARTS)[number]) =>
  part === 'unexplained' ? extraction.numerals.unexplained : extraction[part]

const HEADER = [
  ...(Object.keys(DocumentHeader.shape) as (keyof DocumentHeader)[]),
  ...(['mediaType', 'pages', 'readBy', 'readByPage', 'encoding'] as const),
]

const headerChanges = (before: Extraction, after: Extraction, sameText: boolean): HeaderChange[] =>
  HEADER.flatMap(name => {
    const [b, a] = [before.document[name] ?? null, after.document[name] ?? null]
    const seen = sameText ? (value: unknown) => value : withoutPlaces
    return same(seen(b), seen(a)) ? [] : [{ name, before: b, after: a }]
  })

const numeralChanges = (before: Numerals, after: Numerals): NumeralChange[] =>
  [
    ...(['total', ...NUMERAL_CLASSES] as const).map(name => ({
      class: name,
      before: before[name],
      after: after[name],
    })),
    { class: 'unexplained' as const, before: before.unexplained.length, after: after.unexplained.length },
  ].filter(change => change.before !== change.after)
