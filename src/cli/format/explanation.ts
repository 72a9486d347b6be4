import type {
  AttributeReason,
  Candidate,
  ConfidenceReason,
  Explanation,
  NearMiss,
  RuleUsed,
  Words,
} from '../../contract/index.ts'
import { ATTRIBUTE, NUMERAL_CLASS, ORIGIN } from '../../contract/labels.ts'
import type { NumeralExplanation } from '../../explain/explain-numeral.ts'
import { attributeText } from './attribute-text.ts'
import { clip, padEnd, width } from './width.ts'

const QUOTE_COLUMNS = 96

const indent = (columns: number, lines: readonly string[]): string[] => lines.map(l => ' '.repeat(columns) + l)

const quoted = (words: Words): string => `"${clip(words.text.replaceAll(/\s+/g, ' ').trim(), QUOTE_COLUMNS)}"`

/** Words with their line and column. */
const at = (words: Words): string => `${words.line}:${words.column} ${quoted(words)}`

const ruleText = ({ id, pattern }: RuleUsed): string => (pattern === null ? id : `${id}  ${pattern}`)

const ACCOUNT: Record<Explanation['account']['as'], string> = {
  statistic: 'a statistic',
  rule: 'set aside by a rule of rules/numerals.yaml',
  period: 'part of a period or a date (rules/periods.yaml)',
  reference: 'part of the number or date of a document that the text names',
  'running-line': 'in a running head, a running foot or a page number',
  marker: 'the marker of a heading or list item',
  head: 'in the head of the document, before its body',
  foot: 'in the foot of the document: signature and recipients',
  'table-head': 'in the head, a label or the caption of a table',
  'table-row': 'unexplained: in a row of a table, in no cell that is read as a figure',
  'no-number': 'unexplained: written as no number is written, or joined to something else',
  'no-block': 'unexplained: it belongs to no block of the document',
}

/** Attributes with their values and where these came from, in columns. */
const attributes = (e: NumeralExplanation): string[] => {
  const { observation, confidence } = e
  if (!observation) return []
  const values = e.attributes.map(reason => attributeText(observation, reason))
  const columns = Math.max(...values.map(width))
  return [
    ...e.attributes.flatMap((reason, i) => attribute(reason, padEnd(values[i] ?? '', columns))),
    ...(confidence ? [confidenceText(confidence, columns)] : []),
  ]
}

const attribute = (reason: AttributeReason, value: string): string[] => {
  const source = [ORIGIN[reason.from].vi, ...(reason.words ? [at(reason.words)] : [])].join(' ')
  const head = `${padEnd(ATTRIBUTE[reason.attribute].vi, 13)}${value}  ← ${source}`
  return [
    head,
    ...(reason.rule ? [`${' '.repeat(13)}${ruleText(reason.rule)}`] : []),
    ...(reason.contradicted === null ? [] : [`${' '.repeat(13)}${ORIGIN.learned.vi}: ${reason.contradicted}`]),
  ]
}

/** How many of the least sure attributes are named. */
const LEAST_SURE = 3

const confidenceText = ({ value, precisions }: ConfidenceReason, columns: number): string => {
  const grounds = precisions
    .slice(0, LEAST_SURE)
    .map(p => `${ATTRIBUTE[p.attribute].vi} ${p.precision.toFixed(2)}${p.rule === null ? '' : ` (${p.rule})`}`)
  return `${padEnd('Độ tin cậy', 13)}${padEnd(String(value), columns)}  ← right on labelled documents: ${grounds.join(', ')}`
}

const WHERE: Record<Candidate['in'], string> = { own: 'own words', lead: 'with its label', context: 'with a heading' }

/** Rules that match, one a line: the chosen one with a mark, its score, its pattern. */
const candidates = (all: readonly Candidate[]): string[] => {
  if (all.length === 0) return ['Rules that match: none']
  const names = Math.max(...all.map(c => width(c.rule)))
  const rows = all.map(
    c =>
      `${c.chosen ? '→' : ' '} ${String(c.score).padStart(3)}  ${padEnd(c.rule, names)}  ${c.pattern}  (${WHERE[c.in]})`,
  )
  return ['Rules that match, with their scores', ...rows]
}

const SIDE = { target: 'at the number', before: 'before the number', after: 'behind the number' } as const

const stopped = ({ stop }: NearMiss): string[] => {
  if (!stop) return []
  const found = stop.words ? `found ${at(stop.words)}` : 'the words end there'
  const expected = clip(stop.expected, QUOTE_COLUMNS)
  const place = stop.elsewhere ? [`${expected} stands out of reach at ${at(stop.elsewhere)}`] : []
  return [`expected ${expected} ${SIDE[stop.side]}, ${found}`, ...place]
}

const conditions = ({ condition }: NearMiss): string[] => {
  if (!condition) return []
  const expected = condition.expected.join('  or  ')
  switch (condition.name) {
    case 'unit':
      return [`it matches, but counts ${expected}, and the number counts ${condition.found ?? 'nothing'}`]
    case 'hasNot':
      return [`it matches, but hasNot holds it back: ${condition.found ?? expected}`]
    case 'has':
      return [`it matches, but none of its has stands in these words: ${expected}`]
    case 'under':
      return [`it matches, but none of its under stands above: ${expected}`]
    case 'about':
      return [`it matches, but none of its about stands here or above: ${expected}`]
  }
}

const near = (all: readonly NearMiss[]): string[] => {
  if (all.length === 0) return []
  const rules = all.flatMap(n => [
    `${n.rule}  ${n.pattern}`,
    ...indent(4, [
      `${n.matched} of ${n.of} elements match (${WHERE[n.in]}); priority ${n.priority}`,
      ...stopped(n),
      ...conditions(n),
    ]),
  ])
  return ['Nearest rules that do not match', ...indent(2, rules)]
}

/** The cell of a figure and the heads over it, the outermost first. */
const cellText = ({ observation }: NumeralExplanation): string[] => {
  const cell = observation?.evidence.cell
  if (!cell) return []
  return [
    `cell ${cell.table}, row ${cell.row + 1}, column ${cell.column + 1}`,
    `  row     ${cell.rowHeader.join(' › ')}`,
    `  column  ${cell.columnHeader.join(' › ')}`,
  ]
}

/**
 * An explanation for people who write rules.
 * @param before the explanation printed before it; headings that both stand under are not printed twice
 */
export function explanationText(file: string, e: NumeralExplanation, before?: NumeralExplanation): string {
  const { numeral, account } = e
  const head = `${file}:${numeral.line}:${numeral.column}  ${numeral.text}  ${e.class ? NUMERAL_CLASS[e.class].vi : 'chưa giải thích'}`
  const accounted = e.observation
    ? []
    : [
        ACCOUNT[account.as],
        ...(account.rule ? [ruleText(account.rule)] : []),
        ...(account.words ? [at(account.words)] : []),
      ]
  const context = [
    ...cellText(e),
    ...(e.figure ? [`own words ${at(e.figure)}`] : []),
    ...(e.above[0]?.start === before?.above[0]?.start ? [] : e.above.map(words => `under ${at(words)}`)),
  ]
  const body = e.observation ? [...attributes(e), '', ...candidates(e.candidates)] : []
  const missed = near(e.nearMisses)
  return `${[
    head,
    ...indent(2, [...accounted, ...context]),
    ...(body.length > 0 ? ['', ...indent(2, body)] : []),
    ...(missed.length > 0 ? ['', ...indent(2, missed)] : []),
  ]
    .map(l => l.trimEnd())
    .join('\n')}\n\n`
}
