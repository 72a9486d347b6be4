import { editsOf } from './edits.ts'
import type { Figure } from './figure.ts'
import { sameTime } from './figure-time.ts'
import { measuredAlike } from './figures.ts'
import type { Found } from './found.ts'
import { groupsBy } from './groups.ts'
import { figure, type Identity, outcomeOf, total } from './identity.ts'

/** A whole with its parts listed behind it: `651, bao gồm 578 HTX, …`, `06 người (01 …, 05 …)`. */
export const LIST_SUM = 'list-sum'

/** Words after which all parts follow; after `trong đó` some may. */
const ALL = /(?:^|[\s,(])(?:bao gồm|gồm có|gồm|chia ra|bao gồm cả|cụ thể là|phân theo|chia theo)(?:$|[\s:])/iu
const SOME = /(?:^|[\s,(;])(?:trong đó|trong ấy|tr\.đó)(?:$|[\s:,])/iu
/** Words that say that a part is not all, or that its number is of something else. */
const OTHERWISE = /(?:gồm cả|kể cả|kế hoạch|so với|năm trước|cùng kỳ|tăng|giảm|bình quân|tương ứng|tương đương)/iu
/** A colon right behind the whole: `160 HTX được phân loại: 88 …`, not `giải thể 01, sáp nhập: 02`. */
const COLON = /^[^.;:,()]*:[^.;:]*$/u
const BRACKET = /\(\s*$|\([^()]*$/u

/** No list has more parts than these, nor so many figures. */
const MOST_PARTS = 100
const MOST_BEHIND = 500

/** What announces a list: of all parts, of some, in brackets, or only a colon. */
type Cue = 'all' | 'some' | 'bracket' | 'colon'

/** A whole with the parts that are listed behind it, and the sum that the list claims. */
export interface List {
  readonly identity: Identity
  readonly cue: Cue
}

/** The sums that lists claim. */
export const listSums = (lists: readonly List[]): Found[] =>
  lists.map(({ identity, cue }) => ({ identity, although: null, weak: cue !== 'all' }))

/** The lists in running text. Of a list of some parts only one that adds up, or hardly fails to, is taken for a sum. */
export const listsIn = (text: string, figures: readonly Figure[]): List[] => {
  const inText = figures
    .filter(f => f.place.cell === null && isCounted(f))
    .sort((a, b) => a.place.start - b.place.start)
  const found: List[] = []
  inText.forEach((whole, at) => {
    const next = inText[at + 1]
    if (next === undefined || next.place.block !== whole.place.block) return
    const behind = inText.slice(at + 1, at + 1 + MOST_BEHIND)
    const cue = cueBetween(text, whole, behind)
    if (cue === null) return
    const parts = partsOf(text, whole, behind, cue)
    if (parts.length < 2 || parts.length > MOST_PARTS) return
    // the list may go on with what is no part
    const ways = parts.slice(1).map((_, n) => sumOf(whole, parts.slice(0, n + 2)))
    const holds = ways.find(way => outcomeOf(way) === 'holds') ?? earlierWhole(inText.slice(0, at), ways)
    const identity = holds ?? ways.at(-1)
    if (identity === undefined || (holds === undefined && !isMeant(text, whole, parts, cue))) return
    found.push({ identity, cue: isCutOff(text, parts, cue) ? 'some' : cue })
  })
  for (const identity of itemSums(text, inText)) found.push({ identity, cue: 'all' })
  return found.filter(({ identity }) => identity.left.number !== null || outcomeOf(identity) === 'holds')
}

/** A lead-in that announces all parts as items: `là 44,9 tỷ đồng, gồm:`. */
const LEAD_IN = /(?:bao gồm|gồm có|gồm|chia ra|cụ thể|như sau|phân theo[^:.]{0,40}|chia theo[^:.]{0,40})\s*:\s*$/iu
const ITEM = /^\s*[-–+•*]\s*/u

/** Sums over the items of a list: a figure in the lead-in and the first figure of each item behind it. */
const itemSums = (text: string, inText: readonly Figure[]): Identity[] => {
  const byBlock = groupsBy(inText, f => f.place.block)
  return [...byBlock].flatMap(([block, figures]) => {
    const [whole] = figures
    if (whole === undefined || figures.length !== 1 || !LEAD_IN.test(paragraphFrom(text, whole.printed.end))) return []
    const parts: Figure[] = []
    for (let next = block + 1; ; next++) {
      const first = byBlock.get(next)?.[0]
      if (first === undefined || !ITEM.test(lineOf(text, first.printed.start))) break
      if (first.observation.unit !== whole.observation.unit || !measuredAlike(first, whole)) return []
      parts.push(first)
    }
    return parts.length < 2 || parts.length > MOST_PARTS ? [] : [sumOf(whole, parts)]
  })
}

/** What follows in the paragraph: up to an empty line or an item. */
const paragraphFrom = (text: string, at: number): string =>
  text.slice(at, at + LONGEST_REST).split(/\n\s*(?:\n|[-–+•*])/)[0] ?? ''

const lineOf = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at) + 1, at)

/** The sum may be of a figure before the nearest one: `214 tổ, giảm 15 tổ, gồm 132 tổ …`. */
const earlierWhole = (before: readonly Figure[], ways: readonly Identity[]): Identity | undefined => {
  const [way] = ways
  if (way === undefined) return undefined
  const wholes = before.filter(
    f => f.place.sentence === way.left.place.sentence && f.observation.unit === way.left.observation.unit,
  )
  return wholes.flatMap(left => ways.map(w => ({ ...w, left }))).find(w => outcomeOf(w) === 'holds')
}

/**
 * After `trong đó` or a colon, money that nearly makes up its whole is meant to, since sums are split by their sources; no part
 * is above its whole, nor are those that are active and those in other states together.
 */
const isMeant = (text: string, whole: Figure, parts: readonly Figure[], cue: Cue): boolean => {
  if (cue === 'all' || cue === 'bracket') return true
  if (goesOn(text, parts)) return false
  const sum = parts.reduce((s, p) => s + p.value, 0)
  const isOfSources =
    whole.observation.unit === 'VND' &&
    Math.abs(sum - whole.value) <= whole.value * NEARLY &&
    SOURCE.test(text.slice(whole.printed.end, parts.at(-1)?.printed.end))
  if (isOfSources && cue === 'some') return true
  const isOfAll = cue === 'colon' && (isOfSources || parts.length >= LISTED)
  const isOfStates = sum > whole.value && parts.some(p => p.observation.indicator === 'organisations_active')
  return (isOfAll || isOfStates || parts.some(p => p.value > whole.value)) && isOneSlipOff(whole, parts, sum)
}

/** `phần còn lại là vốn đối ứng`: a part is left out. */
const REST = /còn lại|phần khác/iu

const goesOn = (text: string, parts: readonly Figure[]): boolean => {
  const end = parts.at(-1)?.printed.end ?? 0
  const rest = text.slice(end, end + LONGEST_REST)
  const stop = rest.search(/\.\s|\n/)
  return REST.test(rest.slice(0, stop < 0 ? undefined : stop))
}

/** Whether one slip in one of its figures is all that keeps a list from adding up. */
const isOneSlipOff = (whole: Figure, parts: readonly Figure[], sum: number): boolean => {
  const isNear = (a: number, b: number) => Math.abs(a - b) <= Math.abs(whole.value) * CLOSE
  const becomes = (f: Figure, value: number) => editsOf(f).some(e => isNear(e.value, value))
  return becomes(whole, sum) || parts.some(p => becomes(p, whole.value - (sum - p.value)))
}

const CLOSE = 1e-9

const NEARLY = 0.25
/** So many counts behind a colon are all parts. */
const LISTED = 3
/** Where money comes from. */
const SOURCE = /ngân sách|\bNS|\bvốn\b|nguồn|quỹ|ngân hàng|\bNH\b|đối ứng|xã hội hóa|trung ương|\bTW|ngắn hạn/iu

/** Whether the list goes on with a number that is no record, so that a part may be missing. */
const isCutOff = (text: string, parts: readonly Figure[], cue: Cue): boolean => {
  const end = parts.at(-1)?.printed.end ?? 0
  const rest = text.slice(end, end + LONGEST_REST)
  const stop = cue === 'bracket' ? rest.indexOf(')') : rest.search(/[.;]\s|\n/)
  return /\d/.test(rest.slice(0, stop < 0 ? undefined : stop))
}

const LONGEST_REST = 200

const sumOf = (whole: Figure, parts: readonly Figure[]): Identity => ({
  rule: LIST_SUM,
  left: whole,
  relation: '=',
  right: total(parts.map(figure)),
  tolerance: 0,
})

/** Counts and sums of money, neither averages nor bounds. */
const isCounted = ({ observation: { measure, per, unit, comparator } }: Figure): boolean =>
  measure === 'level' && per.length === 0 && comparator === 'eq' && unit !== 'percent' && unit !== 'hectare'

const LONGEST_LEAD = 90

/** What stands between a whole and the first figure behind it that may be a part. */
const cueBetween = (text: string, whole: Figure, behind: readonly Figure[]): Cue | null => {
  const first = behind.find(f => f.observation.unit === whole.observation.unit)
  if (first === undefined || first.place.block !== whole.place.block) return null
  const between = text.slice(whole.printed.end, first.printed.start)
  if (between.length > LONGEST_LEAD || OTHERWISE.test(between)) return null
  if (/[.!?]\s/.test(between) && !SOME.test(between)) return null
  if (ALL.test(between)) return 'all'
  if (SOME.test(between)) return 'some'
  if (BRACKET.test(between) && !/\)/.test(between)) return 'bracket'
  return COLON.test(between) && first.observation.indicator !== 'organisations_new' ? 'colon' : null
}

/** The figures that follow in the list, of the whole's unit and time, up to where the list ends. */
const partsOf = (text: string, whole: Figure, behind: readonly Figure[], cue: Cue): Figure[] => {
  const parts: Figure[] = []
  let before = whole
  for (const f of behind) {
    const between = text.slice(before.printed.end, f.printed.start)
    if (f.place.block !== whole.place.block || (parts.length > 0 && isEnd(between, cue))) break
    if (f.observation.unit !== whole.observation.unit || isPartOfName(text, f)) continue
    if (!measuredAlike(f, whole) || !sameTime(f.time, whole.time)) break
    if (parts.length > 0 && OTHERWISE.test(between)) break
    // a part of a part
    if (parts.length > 0 && (SOME.test(between) || (cue !== 'bracket' && /\(/.test(withoutBrackets(between))))) continue
    parts.push(f)
    before = f
  }
  return parts
}

/** `Tân Lễ 2,`: a number of one digit behind a name, with no unit of its own. */
const isPartOfName = (
  text: string,
  { printed: { start, end, text: digits }, observation: { unit } }: Figure,
): boolean =>
  unit !== 'VND' &&
  /^[1-9]$/.test(digits) &&
  /\p{Lu}\p{L}*\s$/u.test(text.slice(Math.max(0, start - 20), start)) &&
  /^\s*[,;)]/.test(text.slice(end))

/** `88 HTX tốt (chiếm 55,0%), 52 …`: what is said of a part in brackets is over before the next. */
const withoutBrackets = (between: string): string => between.replace(/\([^()]*\)/g, '')

const isEnd = (between: string, cue: Cue): boolean =>
  cue === 'bracket'
    ? between.includes(')')
    : (cue === 'colon' ? /;|[.!?](?:\s|$)/ : /[.!?](?:\s|$)/).test(withoutBrackets(between))
