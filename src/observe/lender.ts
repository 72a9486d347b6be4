import type { Subject } from '../contract/index.ts'
import type { Figure } from './figure.ts'
import { type Found, found } from './found.ts'
import { type Reading, tagged } from './reading.ts'
import { contextSubject, ownSubject } from './subject.ts'

/** How many terms into a sentence its grammatical subject may stand. */
const SUBJECT_REACH = 10

/** How far before a figure the fund may stand that its words speak of: `vốn điều lệ của quỹ đạt tối thiểu 15 tỷ đồng`. */
const NEAR = 6

/**
 * Whose money it is where someone lends: the support fund's where the fund is who lends it (`Quỹ đã cho 29 hợp tác xã vay 6 tỷ
 * đồng`), the borrower's where a bank does; null where nobody is named.
 */
export const lenderSubject = (reading: Reading, figure: Figure, indicator: string): Found<Subject> | null => {
  const from = Math.max(figure.sentence.from, lastSemicolon(reading, figure))
  // a policy of which the fund is one part
  for (let i = from; i < Math.min(figure.at, from + SUBJECT_REACH); i++)
    if (tagged(reading, i, 'PolicyWord')) return null
  for (let i = figure.at - 1; i >= from; i--) {
    const bank = tagged(reading, i, 'Bank')
    if (!bank && !isFund(reading, i, figure)) continue
    const near = i < from + SUBJECT_REACH || i >= figure.at - NEAR
    if (!bank && !near) continue
    if (bank || lendsTogether(reading, i)) return ownSubject(reading, figure) ?? found(reading, 'cooperative', null)
    return found(reading, 'support_fund', reading.terms[i] ?? null)
  }
  if (OF_LENDING.test(indicator) && opensWithFund(reading, figure))
    return found(reading, 'support_fund', null, 'sentence')
  const underFund = reading.above.some(c => c.subject?.value === 'support_fund')
  return underFund && !figure.quantity.subject ? contextSubject(reading.above, 'VND') : null
}

/** What is the lender's own in every part of a sentence on a lender. */
const OF_LENDING = /^(?:loans|charter_capital|money_other)/

/** `Quỹ HTPT HTX: nguồn vốn …; trong năm cho vay …; thu nợ …`: a sentence on the fund, and on no bank. */
const opensWithFund = (reading: Reading, figure: Figure): boolean => {
  const { from } = figure.sentence
  let opens = false
  for (let i = from; i < figure.at; i++) {
    if (tagged(reading, i, 'Bank') || tagged(reading, i, 'PolicyWord')) return false
    opens ||= i < from + NEAR && isFund(reading, i, figure)
  }
  return opens
}

/** `lãi suất cho vay 0,55%/tháng`: a price of money, of who lends it. */
export const isInterest = (reading: Reading, figure: Figure): boolean => {
  if (figure.quantity.unit !== 'percent') return false
  for (let i = figure.low; i < figure.at; i++) if (tagged(reading, i, 'InterestWord')) return true
  return false
}

const lastSemicolon = (reading: Reading, figure: Figure): number => {
  for (let i = figure.at - 1; i >= figure.sentence.from; i--) if (tagged(reading, i, 'Semicolon')) return i + 1
  return figure.sentence.from
}

/** `Ngân hàng Chính sách xã hội và Quỹ hỗ trợ …`: how far apart two lenders may stand that lend together. */
const TOGETHER = 4

const lendsTogether = (reading: Reading, at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - TOGETHER); i--) {
    if (reading.terms[i]?.quantity) return false
    if (tagged(reading, i, 'Bank')) return true
  }
  return false
}

/** What a fund is spoken of for: its lending, its debts, its own capital. */
const OF_FUNDS = ['Lending', 'Outstanding', 'BadDebt', 'CharterCapital', 'Funds', 'Disbursed', 'InterestWord'] as const

/** Words before `quỹ` that make it the cooperatives' own: `vốn quỹ`, `trích lập các quỹ`. */
const OWN_FUNDS = new Set(['von', 'lap', 'trich', 'trich lap', 'cac', 'loai'])

const isFund = (reading: Reading, at: number, figure: Figure): boolean => {
  const { terms } = reading
  if (terms[at]?.entry?.subject === 'support_fund') return true
  if (!tagged(reading, at, 'FundShort') || terms[at - 1]?.quantity) return false
  if (OWN_FUNDS.has(terms[at - 1]?.key ?? '') || tagged(reading, at - 1, 'Funds')) return false
  for (let i = at + 1; i <= at + 2; i++) if (tagged(reading, i, 'Organisation')) return false
  for (let i = Math.max(figure.sentence.from, at - SUBJECT_REACH); i < figure.high; i++)
    if (OF_FUNDS.some(tag => tagged(reading, i, tag))) return true
  return false
}
