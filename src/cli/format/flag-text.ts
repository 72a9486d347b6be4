import type { Extraction, Flag, Observation, Severity } from '../../contract/index.ts'
import { SEVERITY, STATUS } from './labels.ts'

/** The gravest first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

const percent = (weight: number): string => `${Math.round(weight * 100)} %`

/** A record's number as it stands in the document. */
const inkOf = ({ evidence: { start, end } }: Observation, { text }: Extraction): string =>
  text.slice(start, end).replaceAll(/\s+/g, ' ')

const about = ({ label, period, status, evidence: { page, line } }: Observation): string =>
  [label, period, STATUS[status], page === null ? `d.${line}` : `tr.${page} d.${line}`].filter(Boolean).join(', ')

const suspectsOf = ({ suspects }: Flag, extraction: Extraction): string[] => {
  const known = suspects.flatMap(({ observation, weight }) => {
    const found = extraction.observations.find(({ id }) => id === observation)
    return found === undefined ? [] : [`${inkOf(found, extraction)} (${about(found)}) ${percent(weight)}`]
  })
  return known.length === 0 ? [] : [`Nghi nhất: ${known.join('; ')}`]
}

const suggestionOf = ({ suggestion }: Flag, extraction: Extraction): string[] => {
  if (suggestion === null) return []
  const { observation, text, because } = suggestion
  const found = extraction.observations.find(({ id }) => id === observation)
  const change = found === undefined ? text : `${inkOf(found, extraction)} → ${text}`
  return [`Có thể phải là: ${change}${because.length === 0 ? '' : `, vì khi đó khớp: ${because.join('; ')}`}`]
}

const CAPPED = 'Việc tìm số sai đã dừng ở giới hạn tính toán: các số bị nghi ở đây chỉ là phỏng đoán.'

const flagLines = (flag: Flag, extraction: Extraction): string[] => [
  `${SEVERITY[flag.severity]} ${flag.id}: ${flag.message.vi}`,
  ...[
    flag.expression,
    ...suspectsOf(flag, extraction),
    ...suggestionOf(flag, extraction),
    ...(flag.capped ? [CAPPED] : []),
  ].map(line => `  ${line}`),
]

/** The flags of a document, the gravest first: what is wrong, the sum, the numbers to blame, what they would have to be. */
export const flagText = (extraction: Extraction): string[] =>
  SEVERITIES.flatMap(severity => extraction.flags.filter(flag => flag.severity === severity)).flatMap(flag => [
    '',
    ...flagLines(flag, extraction),
  ])

/** How many records a check comes out with, and how many none reaches: that nothing was flagged is no proof. */
export const coverageText = ({ observations, flags }: Extraction): string => {
  const flagged = new Set(flags.flatMap(flag => flag.observations))
  const verified = observations.filter(({ support }) => support > 0).length
  const unverified = observations.filter(({ id, support }) => support === 0 && !flagged.has(id)).length
  return `Phép kiểm tra khớp với ${verified}/${observations.length} số liệu; ${unverified} số liệu chưa được kiểm chứng`
}
