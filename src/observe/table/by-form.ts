import type { MappedText } from '../../repair/mapped-text.ts'
import { wholeSpan } from '../../repair/mapped-text.ts'
import type { LexedCells } from './lexed-cells.ts'
import type { FormMatch } from './match-form.ts'
import type { RowName } from './table-context.ts'

/** The name of a row that a form knows: its indicator, subject and branch; a share stays a share of it. */
export const byForm = (name: RowName, match: FormMatch, label: MappedText | undefined, cells: LexedCells): RowName => {
  const { draft } = name
  const { row, subject, rule, cut } = match
  const known = cells.rules.indicators.get(row.indicator)
  if (known === undefined || (draft.unit === 'percent' && draft.measure === 'change')) return name
  const percent = draft.unit === 'percent'
  const from = 'rule' as const
  const words = label === undefined ? {} : wholeSpan(label)
  // a label that was cut is told in full
  const text = cut ? { text: row.labels[0] ?? '' } : {}
  const per = draft.per.filter(one => known.per.includes(one) || one === 'year' || one === 'month')
  return {
    ...name,
    own: true,
    draft: {
      ...draft,
      ...{ subject, indicator: row.indicator, sector: row.sector ?? draft.sector, label: known.label.vi },
      unit: percent ? draft.unit : known.unit,
      measure: percent ? draft.measure : 'level',
      per: percent ? draft.per : [...new Set([...known.per, ...per])],
      because: {
        ...draft.because,
        indicator: { from, rule, ...text, ...words },
        ...(row.sector === undefined ? {} : { sector: { from, rule, ...words } }),
      },
    },
  }
}
