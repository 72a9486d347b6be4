import { type Checked, check } from '../check/check.ts'
import type { CheckRules } from '../check/rules.ts'
import type { Extraction, Observation, Span } from '../contract/index.ts'
import { EditedText, type TextEdit } from '../repair/edits.ts'
import { backOf, lift } from '../repair/lift.ts'
import { printedForm } from './printed-form.ts'

/** Checks the figures of a document as they are now. */
export type CheckRecords = (extraction: Extraction, records: readonly Observation[]) => Promise<Checked>

/**
 * Holds records to each other as `check` does, as if the document had printed them so: what a reviewer corrected or added stands in
 * the text in place of what was read, and the repairs of the text are made, as they were when it was read first. Places of the flags
 * are those of the text as read.
 */
export const checkRecords =
  (rules: CheckRules): CheckRecords =>
  async (extraction, records) => {
    const { document, text, outline, tables, repairs } = extraction
    const repaired = new EditedText(text, repairs)
    const rewritten = rewrittenFigures(extraction, records, repaired)
    const edits = [...repairs.filter(repair => !rewritten.some(r => overlap(r, repair))), ...rewritten].sort(inOrder)
    if (edits.length === 0) return await check({ ...extraction, observations: records }, rules)
    const edited = new EditedText(text, edits)
    const forward = (span: Span): Span => edited.forward(span)
    const moved = lift({ document, outline, tables, observations: records }, forward)
    const inserted = new Map(edited.made.flatMap((made, i) => [[edits[i], made] as const]))
    const observations = moved.observations.map(o => {
      const made = inserted.get(rewritten.find(r => r.record === o.id && r.start === r.end))
      // without the line break that ends it
      return made === undefined ? o : { ...o, evidence: { ...o.evidence, start: made.from, end: made.to - 1 } }
    })
    const checked = await check({ ...moved, observations, text: edited.text }, rules)
    return { flags: lift(checked.flags, backOf(edited)), support: checked.support }
  }

interface Rewritten extends TextEdit {
  readonly record: string
}

/** What stands in the text in place of figures that are not what is printed. One that was read from no words gets a line of its own. */
const rewrittenFigures = (
  { observations }: Extraction,
  records: readonly Observation[],
  repaired: EditedText,
): Rewritten[] => {
  const machine = new Map(observations.map(o => [o.id, o]))
  const edits: Rewritten[] = []
  for (const record of records) {
    const { start, end } = record.evidence
    const here = repaired.forward({ start, end })
    const form = printedForm(record, repaired.text.slice(here.start, here.end), machine.get(record.id) ?? null)
    const last = edits.at(-1)
    if (form === null || (last !== undefined && last.end > start)) continue
    edits.push({ record: record.id, start, end, text: start === end ? `${form}\n` : form })
  }
  return edits
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const inOrder = (a: Span, b: Span): number => a.start - b.start || a.end - b.end
