import { memo } from 'preact/compat'
import { useRef } from 'preact/hooks'
import type { Flag, Language } from '../../contract/index.ts'
import { isDoubtful } from '../../review/doubtful.ts'
import { formatShare } from '../format/number.ts'
import { formatPeriod } from '../format/period.ts'
import { formatValue } from '../format/value.ts'
import {
  MEASURE,
  SECTOR,
  SEVERITIES,
  SEVERITY,
  SEVERITY_SHAPE,
  STATUS_SHAPE,
  STATUS_SHORT,
  SUBJECT,
} from '../labels.ts'
import type { ShownRecord } from '../review/shown-record.ts'
import { text as textOf } from '../texts.ts'
import { useTabStop } from '../ui/use-tab-stop.ts'
import { suspicionOf } from './flag-index.ts'
import { SettledMark } from './settled-mark.tsx'
import { lastWords, wordsOf } from './words-of.ts'

interface RecordRowProps {
  readonly record: ShownRecord
  readonly text: string
  readonly flags: readonly Flag[]
  readonly language: Language
  readonly selected: boolean
  /** The one row that the tab key stops at. */
  readonly entry: boolean
  /** Which row of the table it is, counted from 1. */
  readonly index: number
}

function Row({ record, text, flags, language, selected, entry, index }: RecordRowProps) {
  const label = useRef<HTMLButtonElement>(null)
  useTabStop(label, entry)
  const { number, unit } = formatValue(record, language)
  const worst = SEVERITIES.find(severity => flags.some(flag => flag.severity === severity))
  const suspicion = record.settledBy === 'machine' ? suspicionOf(record.id, flags) : null
  const about = [SUBJECT[record.subject], record.sector === null ? null : SECTOR[record.sector]]
  const { before, number: words, after } = wordsOf(record, text)
  const doubtful = record.settledBy === 'machine' && isDoubtful(record)
  return (
    <tr
      class={record.rejected ? 'record is-rejected' : 'record'}
      data-id={record.id}
      aria-current={selected ? 'true' : undefined}
      aria-rowindex={index}
    >
      <td>
        <SettledMark record={record} language={language} />
        <button type="button" class="record-label" tabIndex={-1} ref={label}>
          {record.label}
        </button>
        {worst !== undefined && (
          <span class={`severity severity-${worst}`} role="img" aria-label={SEVERITY[worst][language]}>
            {SEVERITY_SHAPE[worst]}
          </span>
        )}
        {worst !== undefined && suspicion !== null && (
          <span class={`suspicion severity-${worst}`}>
            {textOf('flags.suspicion', language, { share: formatShare(suspicion, language) })}
          </span>
        )}
        <span class="record-about">
          {about.flatMap(label => label?.[language] ?? []).join(' · ')}
          {record.qualifier !== null && ` · ${record.qualifier}`}
        </span>
        <q class="record-quote" lang="vi">
          {lastWords(before)}
          <b class="record-number">{words}</b>
          {after}
        </q>
      </td>
      <td class="figure">
        <b>{number}</b> <span class="record-unit">{unit}</span>
      </td>
      <td>{record.period === null ? '–' : formatPeriod(record.period, language)}</td>
      <td class={`status-${record.status}`}>
        <span aria-hidden="true">{STATUS_SHAPE[record.status]} </span>
        {STATUS_SHORT[record.status][language]}
      </td>
      <td>{MEASURE[record.measure][language]}</td>
      <td class={`figure${doubtful ? ' doubtful' : ''}`}>
        {doubtful && <span aria-hidden="true">? </span>}
        {record.settledBy === 'reviewer' ? textOf('review.person', language) : formatShare(record.confidence, language)}
      </td>
    </tr>
  )
}

/** One record; drawn again only when it is selected or left, or decided on. */
export const RecordRow = memo(Row)
