import type { CodeList, DocumentHeader, Statement } from '../../../contract/index.ts'
import type { ShownRecord } from '../shown-record.ts'
import type { AddPlace } from './add-place.ts'
import { figureIn, guessStatement } from './guess.ts'
import { nearestOnPage } from './nearest-on-page.ts'

/** What a guess is made from. */
export interface GuessSources {
  readonly text: string
  readonly header: Pick<DocumentHeader, 'area' | 'reports' | 'plans'>
  /** In the order of the text, in its offsets. */
  readonly records: readonly ShownRecord[]
  readonly codes: CodeList
}

/** What a statistic that was missed may say. */
export interface Guess {
  readonly statement: Statement
  /** The figure as a page shows it, where the statement has none; undefined where the text tells it. */
  readonly figure: string | undefined
}

/** Guesses from the record that stands nearest to a place: in the text, or on the page where a box was drawn. */
export const guessAt = (place: AddPlace, { text, header, records, codes }: GuessSources): Guess => {
  if (place.kind === 'words') {
    return { statement: withLabel(guessStatement(records, place, text, header), codes), figure: undefined }
  }
  const beside =
    nearestOnPage(records, place.page, place.box) ??
    records.findLast(({ evidence }) => (evidence.page ?? 0) <= place.page)
  const at = beside?.evidence.end ?? 0
  const { value: _, min: __, max: ___, ...rest } = guessStatement(records, { start: at, end: at }, text, header)
  return { statement: withLabel(rest, codes), figure: figureIn(place.quote) }
}

/** A name is the indicator's as long as nobody has given another. */
const withLabel = (statement: Statement, { indicators }: CodeList): Statement => ({
  ...statement,
  label: indicators.find(({ code }) => code === statement.indicator)?.label.vi ?? statement.label,
})
