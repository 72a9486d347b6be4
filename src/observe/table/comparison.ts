import type { Measure, Span } from '../../contract/index.ts'
import { makeTerm, type Term } from '../../lex/term.ts'
import { fold } from '../../repair/fold.ts'
import { type MappedText, sliceMapped, wholeSpan } from '../../repair/mapped-text.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { hasTag } from '../../rules/tags.ts'
import type { Cell } from '../../table/grid.ts'
import { inCentury, type SaidTime, saidIn } from './column-time.ts'
import type { LexedCells } from './lexed-cells.ts'

/** A column that sets figures of others against one another. */
export interface Comparison {
  readonly measure: Exclude<Measure, 'level'>
  /** It is in percent, whatever its rows are measured in. */
  readonly percent: boolean
  /** A rate of growth a year. */
  readonly yearly: boolean
  /** What is compared, as far as the heads name it: `ƯTH 2021` of `ƯTH 2021/TH 2020`. */
  readonly compared: SaidTime
  readonly base: SaidTime
  /** The head that says so, and its words in the text as read. */
  readonly cell: Cell
  readonly words: Span
}

const NOTHING: SaidTime = { time: null, status: null }

const SHARE = /(?:co cau|ty trong|ti trong|ty le|ti le)/u
const COMPARES =
  /(?:so sanh|so voi|so cung|% so|so ke hoach|so kh\b|tang|giam|chenh lech|bien dong|hoan thanh|dat |% ?dat|% ?th\b|toc do|nhip do|phat trien|% ?kh\b|% ?ke hoach)/u
const GROWTH = /(?:tang|giam|chenh lech|toc do|nhip do|bien dong)/u
/** Leaves what is compared with to the heads below: `So sánh (%)` over `Cùng kỳ`. */
const OPEN = /so (?:sanh|voi)/u
const YEARLY = /(?:binh quan|\bbq\b|hang nam|\/nam|moi nam|nam binh quan)/u

/** Reads the heads over a column, the outermost first; null for a column of figures that stand for themselves. */
export const comparisonOf = (chain: readonly Cell[], cells: LexedCells): Comparison | null => {
  const text = fold(chain.map(cell => cell.content.text).join(' '))
  const percent = /%|phan tram/u.test(text)
  const last = chain.at(-1)
  if (last === undefined) return null
  for (const cell of [...chain].reverse()) {
    const said = setAgainst(cell, cells)
    if (said === null) continue
    const outer = timeOf(
      chain.filter(one => one !== cell),
      cells,
    )
    const compared = said.compared.time === null ? { ...said.compared, time: outer.time } : said.compared
    const yearly = YEARLY.test(text)
    // `TH/KH` is a ratio whether the sign stands there or not; `tăng, giảm so với` may be a difference
    return {
      ...said,
      compared,
      percent: percent || !GROWTH.test(text),
      yearly,
      cell,
      words: placeOf(cell),
    }
  }
  const cell = chain.findLast(one => COMPARES.test(fold(one.content.text))) ?? last
  const sides = OPEN.test(fold(cell.content.text)) ? chain.indexOf(cell) + 1 : chain.length
  const [compared, base] = [timeOf(chain.slice(0, sides), cells), timeOf(chain.slice(sides), cells)]
  const own = { yearly: YEARLY.test(text), compared, base, cell, words: placeOf(cell) }
  if (COMPARES.test(text) && (percent || GROWTH.test(text) || OPEN.test(text))) {
    const measure = isCompletion(chain, cells) ? 'plan_completion' : 'change'
    return { ...own, measure, percent: percent || !GROWTH.test(text) }
  }
  return SHARE.test(text) && percent ? { ...own, measure: 'share', percent: true, yearly: false } : null
}

const placeOf = (cell: Cell): Span => wholeSpan(cell.content)

/** The time that a head of growth speaks of: `Tăng BQ 2011-2015 (%)`. */
const timeOf = (chain: readonly Cell[], cells: LexedCells): SaidTime => {
  for (const cell of chain) {
    const { time } = saidIn(cells.of(cell).terms, cell.content, cells.rules)
    if (time !== null) return { time: { term: time, cell }, status: null }
  }
  return NOTHING
}

/** `Đạt % KH`, `Tỷ lệ hoàn thành kế hoạch (%)`. */
const isCompletion = (chain: readonly Cell[], cells: LexedCells): boolean =>
  chain.some(cell =>
    cells
      .of(cell)
      .terms.some(term => isPlan(term, cells.rules) || hasTag(term.tags, cells.rules.tags.id('Completion'))),
  )

const isPlan = (term: Term, rules: RuleSet): boolean =>
  hasTag(term.tags, rules.tags.id('PlanWord')) ||
  hasTag(term.tags, rules.tags.id('TargetWord')) ||
  /^(?:nq|nghi quyet)$/u.test(term.key)

type Sides = Pick<Comparison, 'measure' | 'compared' | 'base'> & { readonly ratio: boolean }

/** `ƯTH 2021/TH 2020`, `ước 2019 so với KH 2019`: two sides, of which the second is the base. */
const setAgainst = (cell: Cell, cells: LexedCells): Sides | null => {
  const dates = cells.of(cell).terms.filter(term => term.time !== undefined)
  for (const sign of cell.content.text.matchAll(AGAINST)) {
    // the strokes of `31/12/2018` set nothing against anything
    if (dates.some(date => date.start < sign.index && date.end > sign.index)) continue
    const before = sideOf(cell, 0, sign.index, cells)
    const after = sideOf(cell, sign.index + sign[0].length, cell.content.text.length, cells)
    const ratio = sign[0].length <= 1
    if (ratio ? !(before.speaks && after.speaks) : !(before.speaks || after.speaks)) continue
    const measure = after.planned && !before.planned ? 'plan_completion' : 'change'
    return { measure, compared: before.said, base: after.said, ratio }
  }
  return null
}

/** A stroke, or its place where a scan has lost it: a year does not run into a word; or the words for it. */
const AGAINST = /[/:÷]|(?<=(?<!\d)(?:19|20)\d\d)(?=\p{L})|(?:đối chiếu|so sánh|so)(?:\s+với)?(?=\s)/giu

/** One side of a comparison, with its places in the cell. */
const sideOf = (cell: Cell, from: number, to: number, cells: LexedCells) => {
  const content = sliceMapped(cell.content, from, to)
  const { terms } = cells.lex(content)
  const said = saidIn(terms, content, cells.rules)
  const { status } = said
  const time = said.time ?? twoDigits(content, cells)
  const side = { ...cell, content }
  const planned = terms.some(term => isPlan(term, cells.rules))
  return {
    said: { time: time && { term: time, cell: side }, status: status && { ...status, cell: side } },
    planned,
    speaks: time !== null || status !== null || planned,
  }
}

/** `13` of `13/12`, `12 (%)` behind it. */
const twoDigits = ({ text }: MappedText, { rules }: LexedCells): Term | null => {
  const year = /^\s*['’]?(\d\d)\s*(?:\(?%\)?\s*)?$/.exec(text)?.[1]
  if (year === undefined) return null
  const time = { kind: 'year', year: inCentury(Number(year)), offset: 0 } as const
  return makeTerm('', rules.vocabulary.none, 0, text.length, { time })
}
