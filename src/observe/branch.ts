import type { Sector } from '../contract/index.ts'
import { type Figure, wordsBefore } from './figure.ts'
import { type Found, found } from './found.ts'
import type { History } from './history.ts'
import { type Reading, tagged } from './reading.ts'

/** The branch that the words behind a figure name. */
export const branchBehind = (reading: Reading, figure: Figure): Found<Sector> | null => {
  const right = (figure.second?.at ?? figure.at) + 1
  for (let i = right; i < figure.high && !opensNext(reading, figure, i); i++) {
    const sector = branchAt(reading, i)
    if (!sector || isNamed(reading, i)) continue
    const alone = (i === right || namesBranch(reading, i)) && closesWords(reading, i, figure.high)
    if (!tagged(reading, i, 'BareSector') || alone) return found(reading, sector, reading.terms[i] ?? null)
  }
  return null
}

/** The branch named before a figure, back to the number before: a branch's name beside an organisation or in a list by branch. */
export const branchBefore = (reading: Reading, figure: Figure, history: History): Found<Sector> | null => {
  const { terms, rules } = reading
  // a count of organisations has its own; what stood before it was said of the count before
  const counted = figure.quantity.subject !== null && figure.bracket < 0
  const own = counted || endsBranches(figure, history)
  const from = own ? figure.low : figure.outerLow
  for (const i of wordsBefore(terms, figure, rules.vocabulary, from)) {
    // a credit fund in a list by branch
    if (tagged(reading, i, 'CreditFund') && listed(reading, figure, i))
      return found(reading, 'credit', terms[i] ?? null)
    const sector = branchAt(reading, i)
    if (!sector) continue
    const alone =
      listed(reading, figure, i) ||
      opensClause(reading, i) ||
      (namesBranch(reading, i) && closesWords(reading, i, figure.at))
    if (!tagged(reading, i, 'BareSector') || alone) return found(reading, sector, terms[i] ?? null)
  }
  return null
}

/** `có hai HTX là HTX Dịch vụ nông nghiệp Yên Thịnh và …`: the name of one behind the count of several. */
const isNamed = (reading: Reading, at: number): boolean =>
  tagged(reading, at - 1, 'Organisation') && tagged(reading, at, 'Capital')

/** `3 tổ chăn nuôi, 2 tổ vận tải, tập hợp 74 thành viên`: after counts by branch, what follows is said of all of them. */
const endsBranches = (figure: Figure, history: History): boolean => {
  const [one, other] = history.levelsOf(figure.sentence).slice(-2)
  if (one?.draft.unit !== 'organisation' || other?.draft.unit !== 'organisation') return false
  return one.draft.sector !== null && other.draft.sector !== null && one.draft.sector !== other.draft.sector
}

/** The branch that a term names; products and work name none. */
export const branchAt = (reading: Reading, at: number): Sector | null => {
  if (tagged(reading, at, 'Work')) return null
  return reading.terms[at]?.entry?.sector ?? null
}

/** `xây dựng 14, môi trường 04`: a name of a branch with its number; but not `xây dựng 15 nhãn hiệu`. */
const listed = (reading: Reading, figure: Figure, at: number): boolean => {
  const { unit, counter } = figure.quantity
  const alone = unit === null && closesWords(reading, figure.at, figure.high)
  const counts = alone || unit === 'organisation' || unit === 'percent'
  const labelled = at === figure.at - 2 && tagged(reading, at + 1, 'Colon') && !tagged(reading, at, 'CreditSector')
  const beside = at === figure.at - 1 || labelled
  return beside && counts && !(counter ?? '').startsWith('mô hình')
}

/** `; môi trường có 04 hợp tác xã`: a branch as the subject of its part of the sentence. */
const opensClause = (reading: Reading, at: number): boolean =>
  (tagged(reading, at - 1, 'Semicolon') || tagged(reading, at - 1, 'Comma')) &&
  ['co', 'la', 'chiem'].includes(reading.terms[at + 1]?.key ?? '')

/** `70% HTX hiệu quả và tỷ lệ HTX nông nghiệp …`: what follows is said of the next figure. */
const opensNext = (reading: Reading, figure: Figure, at: number): boolean => {
  if (reading.terms[at]?.key !== 'va') return false
  if (tagged(reading, at + 1, 'RateWord') || tagged(reading, at + 1, 'TotalWord')) return true
  const another = reading.terms.slice(at, figure.high).some(t => t.quantity)
  return another && tagged(reading, at + 1, 'Organisation')
}

const namesBranch = (reading: Reading, at: number): boolean =>
  tagged(reading, at - 1, 'Organisation') || tagged(reading, at - 1, 'InSector')

/** Words behind a branch's name that go on with the sentence. */
const VERBS = new Set(['va', 'co', 'la', 'dang', 'da', 'tu', 'duoc', 'voi', 'thi'])

/** `HTX xây dựng: 10` names a branch, `HTX xây dựng nhãn hiệu` does not: nothing but a break or a verb may follow. */
const closesWords = (reading: Reading, at: number, high: number): boolean => {
  const next = reading.terms[at + 1]
  if (!next || at + 1 >= high || next.quantity !== undefined || tagged(reading, at + 1, 'Break')) return true
  return VERBS.has(next.key)
}
