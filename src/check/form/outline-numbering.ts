import type { OutlineNode } from '../../contract/index.ts'
import type { Expression, Finding } from '../finding.ts'
import type { FormDocument } from './form-document.ts'
import { labelOf, OPTIONAL_LETTER, type SectionNumber, sectionNumber } from './section-label.ts'

/** A section with the place of its label in its numbering. */
interface Numbered {
  readonly node: OutlineNode
  readonly number: SectionNumber
}

/** A longer gap is rather a list of which most was not read than a slip of the pen. */
const LONGEST_GAP = 2

type Checked = Pick<FormDocument, 'text' | 'outline'>

/** Numbers of sections that are used twice, or left out, under one heading. */
export const outlineNumbering = ({ text, outline }: Checked): Finding[] => {
  const findings: Finding[] = []
  const walk = (nodes: readonly OutlineNode[]): void => {
    for (const run of runsOf(nodes)) findings.push(...faultsOf(text, run))
    for (const node of nodes) walk(node.children)
  }
  walk(outline)
  return findings.sort((a, b) => (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0))
}

/** The numberings among sections under one heading; one ends where a section of another kind stands between. */
const runsOf = (nodes: readonly OutlineNode[]): Numbered[][] => {
  const runs: Numbered[][] = []
  let open = new Map<string, Numbered[]>()
  let level: OutlineNode['level'] | null = null
  for (const node of nodes) {
    if (node.level === 'dash' || node.level === 'plus') continue
    const number = sectionNumber(node)
    if (number === null || node.level !== level) open = new Map()
    level = node.level
    if (number === null) continue
    const run = open.get(number.sequence)
    if (run !== undefined) run.push({ node, number })
    else {
      const begun = [{ node, number }]
      open.set(number.sequence, begun)
      runs.push(begun)
    }
  }
  return runs
}

const faultsOf = (text: string, run: readonly Numbered[]): Finding[] =>
  run.flatMap((here, i) => {
    const before = run[i - 1]
    if (before === undefined || here.number.ordinal === 1) return []
    const after = run[i + 1]
    if (isTwice(before, here, after)) return [finding([run[i - 2], before, here, after], null)]
    const twice = run[i - 2]?.number.ordinal === before.number.ordinal
    const missing = missingBetween(text, before, here, after, before.number.ordinal + (twice ? 1 : 0))
    return missing === null ? [] : [finding([before, here], missing)]
  })

/** `2, 2`; not `d), d)`, of which the second is đ) in a scan. */
const isTwice = (before: Numbered, here: Numbered, after: Numbered | undefined): boolean => {
  if (here.number.ordinal !== before.number.ordinal) return false
  if (before.node.level !== 'letter' && before.node.level !== 'capital') return true
  return here.number.ordinal !== OPTIONAL_LETTER - 1 && here.number.ordinal !== after?.number.ordinal
}

/**
 * The labels left out between two, where the numbering goes on after them and the text really does not have them.
 * @param from the ordinal that the first of the two should have
 */
const missingBetween = (
  text: string,
  before: Numbered,
  here: Numbered,
  after: Numbered | undefined,
  from: number,
): string | null => {
  const to = here.number.ordinal
  if (to - from < 2 || to - from - 1 > LONGEST_GAP) return null
  if (after !== undefined && after.number.ordinal !== to + 1) return null
  const isLetter = before.node.level === 'letter' || before.node.level === 'capital'
  const missing = Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i).filter(
    ordinal => !(isLetter && ordinal === OPTIONAL_LETTER),
  )
  const labels = missing.map(ordinal => labelOf(here.number, ordinal))
  const between = text.slice(before.node.start, here.node.start)
  return labels.length === 0 || labels.some(label => standsIn(label, between)) ? null : labels.join(', ')
}

/** Whether a label stands in a text in any way: a list item that was not read as one is no fault of the document. */
const standsIn = (label: string, text: string): boolean =>
  new RegExp(`(?<![\\p{L}\\d])${label.replaceAll('.', '\\s?[.,]\\s?')}(?![\\p{L}\\d])`, 'iu').test(text)

const finding = (around: readonly (Numbered | undefined)[], missing: string | null): Finding => {
  const shown = around.filter(one => one !== undefined)
  const labels = shown.map(({ node: { label, start } }) => ({
    start,
    end: start + label.length,
    text: label,
    observation: null,
  }))
  const arrow = missing === null ? ' → ' : ` → ${missing}? → `
  const expression: Expression = labels.flatMap((label, i) => (i === 0 ? [label] : [arrow, label]))
  const places = shown.map(({ node: { start, end } }) => ({ start, end }))
  return {
    check: 'outline-numbering',
    severity: 'note',
    expression,
    places,
    words: { labels: labels.map(({ text }) => text).join(arrow) },
  }
}
