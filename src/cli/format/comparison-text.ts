import type { Comparison, Observation } from '../../contract/index.ts'
import { columns } from './columns.ts'
import { clip } from './width.ts'

/** A comparison for people: a line for each observation, flag, field and class of numerals that differs. */
export const comparisonText = (name: string, comparison: Comparison): string => {
  const { observations, flags, header, numerals, other } = comparison
  const rows = [
    ...observations.gained.map(o => ['+', place(o), amount(o), `${o.indicator} · ${clip(o.label, 48)}`]),
    ...observations.lost.map(o => ['−', place(o), amount(o), `${o.indicator} · ${clip(o.label, 48)}`]),
    ...observations.changed.flatMap(({ before, after, stated, grounds }) => [
      ...stated.map(c => ['≠', place(after), amount(before), `${c.name}: ${shown(c.before)} → ${shown(c.after)}`]),
      ...(stated.length > 0 ? [] : [['~', place(after), amount(before), grounds.map(groundText).join('; ')]]),
    ]),
    ...flags.gained.map(f => ['+ ⚑', f.id, f.severity, `${f.check}: ${clip(f.expression, 60)}`]),
    ...flags.lost.map(f => ['− ⚑', f.id, f.severity, `${f.check}: ${clip(f.expression, 60)}`]),
    ...flags.changed.map(({ before, after }) => [
      ...['≠ ⚑', after.id, after.severity],
      `${after.check}: ${clip(before.expression, 40)} → ${clip(after.expression, 40)}`,
    ]),
    ...header.map(c => ['≠', '–', '', `${c.name}: ${shown(c.before)} → ${shown(c.after)}`]),
    ...numerals.map(c => ['≠', '–', '', `numerals.${c.class}: ${c.before} → ${c.after}`]),
    ...other.map(part => ['≠', '–', '', part]),
  ]
  if (rows.length === 0) return `${name}: không có gì khác · nothing differs\n`
  return `${[name, '', ...columns(['', 'Vị trí', 'Số liệu', 'Khác ở chỗ'], rows)].join('\n')}\n\n`
}

const place = ({ evidence }: Observation): string =>
  evidence.page === null ? (evidence.path ?? `d.${evidence.line}`) : `tr.${evidence.page} d.${evidence.line}`

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 10 })

const amount = (o: Observation): string =>
  [o.value, o.min, o.max].flatMap(v => (v === undefined ? [] : number.format(v))).join('–')

const groundText = (change: Comparison['observations']['changed'][number]['grounds'][number]): string =>
  typeof change.before === 'number' || typeof change.after === 'number'
    ? `${change.name}: ${shown(change.before)} → ${shown(change.after)}`
    : change.name

const shown = (value: unknown): string => {
  if (value === null || value === undefined) return '∅'
  return clip(typeof value === 'object' ? JSON.stringify(value) : String(value), 40)
}
