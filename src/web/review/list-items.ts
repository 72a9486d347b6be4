import { type Section, sectionAt } from './sections.ts'
import type { ShownRecord } from './shown-record.ts'

export type ListItem =
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'record'; readonly record: ShownRecord }

/** Records in reading order, each under the heading that it stands under. */
export const listItems = (records: readonly ShownRecord[], sections: readonly Section[]): readonly ListItem[] => {
  let last: Section | undefined
  return records.flatMap(record => {
    const section = sectionAt(sections, record.evidence.start)
    const item: ListItem = { kind: 'record', record }
    if (section === undefined || section === last) return [item]
    last = section
    return [{ kind: 'section' as const, section }, item]
  })
}
