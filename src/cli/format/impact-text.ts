import type { Impact } from '../../contract/index.ts'
import { columns } from './columns.ts'
import { clip } from './width.ts'

/** So many lines of each list are shown; the JSON has them all. */
const LINES = 15

/** What a change did to an archive, for people: totals, then rules, attributes, codes, checks, documents, largest first. */
export const impactText = (impact: Impact): string => {
  const { documents, observations: o, flags } = impact
  const lines = [
    `${documents.touched} / ${documents.compared} văn bản thay đổi · documents changed`,
    `Số liệu · observations: ${o.before} → ${o.after} (+${o.gained}, −${o.lost}, ≠${o.changed}, ~${o.grounds})`,
    `Cờ · flags: +${flags.gained}, −${flags.lost}, ≠${flags.changed}`,
    ...section('Quy tắc · Rules', [...EFFECTS, 'văn bản'], impact.rules, r => [r.rule, ...effects(r)]),
    ...section('Thuộc tính · Attributes', ['≠', 'văn bản'], impact.attributes, a => [
      ...[a.attribute, a.changed, a.documents],
    ]),
    ...section('Mã đổi · Codes', ['≠', 'văn bản'], impact.transitions, t => [
      ...[`${t.attribute}: ${t.before ?? '∅'} → ${t.after ?? '∅'}`, t.changed, t.documents],
    ]),
    ...section('Kiểm tra · Checks', [...EFFECTS, 'văn bản'], impact.checks, c => [c.check, ...effects(c)]),
    ...section('Thể thức · Header', ['văn bản'], impact.header, h => [h.field, h.documents]),
    ...section('Con số · Numerals', ['trước', 'sau', 'văn bản'], impact.numerals, n => [
      ...[n.class, n.before, n.after, n.documents],
    ]),
    ...section('Văn bản · Documents', [...EFFECTS, '~', 'cờ'], impact.most, d => [
      ...[`${d.id} ${clip(d.name, 40)}`, d.gained, d.lost, d.changed, d.grounds],
      d.flagsGained + d.flagsLost + d.flagsChanged,
    ]),
  ]
  return `${lines.join('\n')}\n`
}

const EFFECTS = ['+', '−', '≠'] as const

const effects = (e: { gained: number; lost: number; changed: number; documents: number }) => [
  ...[e.gained, e.lost, e.changed, e.documents],
]

const section = <T>(
  title: string,
  head: readonly string[],
  entries: readonly T[],
  row: (entry: T) => readonly (string | number)[],
): string[] => {
  if (entries.length === 0) return []
  const more = entries.length - LINES
  return [
    '',
    ...columns([title, ...head], entries.slice(0, LINES).map(row)),
    ...(more > 0 ? [`… ${more} dòng nữa trong JSON · more lines in the JSON`] : []),
  ]
}
