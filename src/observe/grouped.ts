import type { Subject, Unit } from '../contract/index.ts'
import type { Figure } from './figure.ts'
import { type Found, found } from './found.ts'
import type { History } from './history.ts'
import { type Reading, tagged } from './reading.ts'

/** From so many kinds of organisations on, what is said of all of them is said of the collective economy. */
const KINDS_OF_ALL = 3

/** Kinds of organisations named together: several make the cooperative stand for them, more the whole sector. */
const together = (kinds: ReadonlySet<Subject>): Subject | null => {
  if (kinds.size >= KINDS_OF_ALL) return 'collective_economy'
  return kinds.has('cooperative') ? 'cooperative' : null
}

/** `diện tích bao tiêu lúa qua HTX, THT`: the subject of an organisation that may be one of a list without numbers. */
export const ofListed = (reading: Reading, at: number): Subject => {
  const { terms } = reading
  const subject = terms[at]?.entry?.subject ?? 'cooperative'
  const kinds = new Set<Subject>([subject])
  for (let i = at; connects(reading, i - 1) && tagged(reading, i - 2, 'Organisation'); i -= 2) {
    const other = terms[i - 2]?.entry?.subject
    if (other) kinds.add(other)
  }
  return kinds.size > 1 ? (together(kinds) ?? subject) : subject
}

const connects = (reading: Reading, at: number): boolean =>
  tagged(reading, at, 'Comma') ||
  tagged(reading, at, 'Slash') ||
  ['va', 'hoac', 'hay', 'cung nhu'].includes(reading.terms[at]?.key ?? '')

/**
 * Whose a figure is that follows counts of organisations and names none itself: the union's behind its members (`05 HTX thành
 * viên, vốn điều lệ 2,5 tỷ đồng`), everybody's behind several kinds (`500 HTX, 10 liên hiệp HTX và 2.200 tổ hợp tác với 150.000
 * thành viên`).
 */
export const groupedSubject = (
  reading: Reading,
  figure: Figure,
  unit: Unit,
  history: History,
): Found<Subject> | null => {
  if (figure.quantity.subject || unit === 'organisation' || namesSomebody(reading, figure)) return null
  const counted = history.ofSentence(figure.sentence)
  const last = counted.at(-1)
  const member = history.levelsOf(figure.sentence).findLast(s => s.draft.unit === 'organisation')
  if (member?.draft.indicator === 'member_organisations') return found(reading, 'cooperative_union', null, 'sentence')
  if (last?.draft.unit !== 'organisation' || last.figure.bracket !== figure.bracket) return null
  const kinds = new Set<Subject>()
  for (let i = counted.length - 1; i >= 0; i--) {
    const s = counted[i]
    if (s?.draft.unit !== 'organisation' || s.draft.measure !== 'level') break
    // enterprises stand beside the cooperatives, not among them
    if (s.draft.subject !== 'other') kinds.add(s.draft.subject)
  }
  if (kinds.size < 2 || (kinds.size < KINDS_OF_ALL && !tagged(reading, figure.low, 'Break'))) return null
  const value = together(kinds)
  return value ? found(reading, value, null, 'sentence') : null
}

const namesSomebody = (reading: Reading, figure: Figure): boolean => {
  // without a break between them the words begin with the counter of the figure before
  const from = reading.terms[figure.low - 1]?.quantity ? figure.low + 1 : figure.low
  for (let i = from; i < figure.high; i++)
    if (['Organisation', 'GroupShort', 'SupportFund', 'CollectiveEconomy'].some(tag => tagged(reading, i, tag)))
      return true
  return false
}
