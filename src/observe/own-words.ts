import type { Term } from '../lex/term.ts'
import { hasTag } from '../rules/tags.ts'
import type { Figure } from './figure.ts'
import type { Window } from './indicator.ts'
import { type Reading, tagged } from './reading.ts'

/**
 * A figure's own words as one run: of a pair (`22/30 HTX`) without the second number, and over a bracket that follows
 * (`28 HTX (chiếm 68,3%) có cán bộ …`) without the bracket, so that what belongs together stands together.
 */
export const ownWindow = (reading: Reading, figure: Figure): Window => {
  const { terms } = reading
  const { at, low, high, second } = figure
  const others = behindOthers(reading, figure) ?? behindWhole(reading, figure)
  if (others)
    return { terms: [...terms.slice(low, high), ...others], at: at - low, low: 0, high: high - low + others.length }
  const tail = behindBracket(reading, figure)
  const before = outOfBrackets(reading, low, at)
  if (!second && tail.length === 0 && before.length === at - low) return { terms, at, low, high }
  const run = [...before, ...terms.slice(at, at + 1), ...terms.slice((second?.at ?? at) + 1, high), ...tail]
  return { terms: run, at: before.length, low: 0, high: run.length }
}

/** `Doanh thu của khu vực (không tính quỹ tín dụng) ước 203 tỷ`: the words before a figure without what brackets said between. */
const outOfBrackets = (reading: Reading, low: number, at: number): Term[] => {
  const { terms, rules } = reading
  const { Open, Close } = rules.vocabulary.id
  const kept: Term[] = []
  for (const [i, term] of terms.slice(low, at).entries()) {
    // a bracket that belongs to a label explains it: `Theo lĩnh vực (số trong ngoặc là …): nông nghiệp 71`
    const labels = tagged(reading, low + i + 1, 'Colon')
    const opened = hasTag(term.tags, Close) && !labels ? kept.findLastIndex(t => hasTag(t.tags, Open)) : -1
    if (opened < 0) kept.push(term)
    else kept.length = opened
  }
  return kept
}

/** `52 hợp tác xã, tổ hợp tác vay 38,5 tỷ đồng`: the words behind other organisations that one number counts with its own. */
const behindOthers = (reading: Reading, { at, high, second, sentence }: Figure): readonly Term[] | null => {
  const { terms } = reading
  const organisation = (i: number) => ['Organisation', 'GroupShort', 'Enterprise'].some(tag => tagged(reading, i, tag))
  if (second || high !== at + 2 || !organisation(at + 1)) return null
  let i = high
  const kind = (at: number) => terms[at]?.entry?.subject
  while (tagged(reading, i, 'Comma') && organisation(i + 1) && kind(i + 1) !== kind(at + 1)) i += 2
  if (i === high) return null
  let end = i
  while (end < sentence.to && !tagged(reading, end, 'Break') && !terms[end]?.quantity) end++
  return terms.slice(i, end)
}

/** `06 trong số 08 quỹ được xếp loại I`: the words behind the whole that a figure is a part of. */
const behindWhole = (reading: Reading, { at, high, sentence }: Figure): readonly Term[] | null => {
  const { terms } = reading
  let i = terms[at + 1]?.key === 'trong' ? at + 2 : terms[at + 2]?.key === 'trong' ? at + 3 : -1
  if (i < 0) return null
  while (tagged(reading, i, 'TotalWord')) i++
  if (!terms[i]?.quantity || i >= high) return null
  let end = i + 1
  while (end < sentence.to && !tagged(reading, end, 'Break') && !terms[end]?.quantity) end++
  return terms.slice(Math.max(high, i + 1), end)
}

/** The words between a bracket right behind a figure and the next break. */
const behindBracket = (reading: Reading, figure: Figure): readonly Term[] => {
  const { terms } = reading
  if (!tagged(reading, figure.high, 'Open')) return []
  let close = figure.high
  while (close < figure.sentence.to && !tagged(reading, close, 'Close')) close++
  let end = close + 1
  while (end < figure.sentence.to && !tagged(reading, end, 'Break') && !terms[end]?.quantity) end++
  // a number that ends them is seen, so that a rule can tell that one follows
  return terms.slice(close + 1, terms[end]?.quantity ? end + 1 : end)
}

/** `HTX có trích quỹ: 12/31 HTX đang HĐ`: the words before a pair, where those behind it tell of what the whole is. */
export const windowBeforePair = (reading: Reading, { at, low, second }: Figure): Window | null => {
  const { terms } = reading
  if (!second || stateBehind(reading, second.at) === null) return null
  const run = [...terms.slice(low, at + 1), ...terms.slice(second.at + 1, second.at + 2)]
  return { terms: run, at: at - low, low: 0, high: run.length }
}

/** The state of the organisations that a number counts, right behind their name: `31 HTX đang HĐ`. */
export const stateBehind = (reading: Reading, at: number): 'active' | 'suspended' | null => {
  let i = at + 1
  while (['Organisation', 'GroupShort', 'FundShort', 'Sector'].some(tag => tagged(reading, i, tag))) i++
  if (i === at + 1) return null
  if (tagged(reading, i, 'Suspended')) return 'suspended'
  return tagged(reading, i, 'Active') ? 'active' : null
}

/** How many counts in a row may share the words behind the last of them. */
const MOST_SHARING = 4

/** `34 HTX và 57 THT ký hợp đồng bao tiêu lúa`: the first count with the words that stand behind the last one. */
export const sharedWindow = (reading: Reading, { at, low, high }: Figure): Window | null => {
  const { terms } = reading
  let end = countEnd(reading, at + 1)
  if (end === at + 1 || end !== high) return null
  let sharing = false
  for (let n = 0; n < MOST_SHARING; n++) {
    const joined = terms[end]?.key === 'va'
    if (!joined && !tagged(reading, end, 'Comma')) break
    let next = end + 1
    while (tagged(reading, next, 'Comparator')) next++
    if (!terms[next]?.quantity) break
    const behind = countEnd(reading, next + 1)
    if (behind === next + 1) return null
    sharing = joined
    end = behind
  }
  let to = end
  while (to < terms.length && !tagged(reading, to, 'Break') && !terms[to]?.quantity) to++
  if (!sharing || to === end) return null
  const run = [...terms.slice(low, high), ...terms.slice(end, to)]
  return { terms: run, at: at - low, low: 0, high: run.length }
}

/** Where the name of what a number counts ends: the organisation and its branch. */
const countEnd = (reading: Reading, from: number): number => {
  if (!tagged(reading, from, 'Organisation') && !tagged(reading, from, 'GroupShort')) return from
  return tagged(reading, from + 1, 'Sector') ? from + 2 : from + 1
}

/** `đa số chưa đăng ký với xã (mới có 236 tổ)`: a count in brackets with the words that the bracket explains. */
export const windowBeforeBracket = (reading: Reading, figure: Figure): Window | null => {
  const { terms } = reading
  const { at, low, high, bracket, outerLow } = figure
  if (bracket < 0 || outerLow >= bracket || figure.quantity.unit !== 'organisation') return null
  const outside = terms.slice(outerLow, bracket)
  return {
    terms: [...outside, ...terms.slice(low, high)],
    at: outside.length + at - low,
    low: 0,
    high: outside.length + high - low,
  }
}
