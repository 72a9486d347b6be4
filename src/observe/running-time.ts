import type { Term } from '../lex/term.ts'
import { hasTag } from '../rules/tags.ts'
import type { Figure } from './figure.ts'
import type { OwnTime } from './own-time.ts'
import { type Reading, tagged } from './reading.ts'
import type { Kind } from './section-time.ts'
import type { Stated } from './status.ts'

/** The time and status last named in running text. */
export interface Carry {
  readonly time: Term | null
  readonly status: Stated | null
  /** Kind of the figure whose words named the status. */
  readonly kind: Kind
  /** Where the sentence begins that named the time; -1 of a heading. */
  readonly sentence: number
}

/** What a figure's own words say. */
export interface Said {
  readonly own: OwnTime | null
  readonly status: Stated | null
  /** The own time is of the same year as the one before, so that the status of that one goes on. */
  readonly goesOn: boolean
  /** The period before the bracket that the figure opens. */
  readonly outside: Term | null
  readonly kind: Kind
}

/**
 * How long a time lasts that running text names. One that opens a sentence or a part of it holds for the rest of the paragraph,
 * any other to the end of its sentence, one inside brackets to their end; the next one named takes its place.
 */
export class RunningTime {
  readonly #reading: Reading
  #paragraph: Carry | null
  #sentence: { readonly from: number; readonly carry: Carry | null } | null = null
  #bracket: { readonly at: number; readonly carry: Carry | null; readonly timed: boolean } | null = null
  /** What was estimated for a time of its own inside the paragraph, for estimates that follow. */
  #estimate: Carry | null = null
  /** The frame that the sentence began with, and how many times it has named since. */
  #frame: { readonly from: number; readonly before: Carry | null; times: number; year: number | null } | null = null
  #last = -1

  /** @param opening the period that a run-in heading gives to its block */
  constructor(reading: Reading, opening: Term | null) {
    this.#reading = reading
    this.#paragraph = opening ? { time: opening, status: null, kind: null, sentence: -1 } : null
  }

  /** What holds when the words of a figure begin. */
  before(figure: Figure, kind: Kind): Carry | null {
    if (figure.bracket >= 0 && this.#bracket?.at === figure.bracket) return this.#bracket.carry
    return this.#ofSentence(figure, kind)
  }

  /** A period was named inside the bracket that holds the figure. */
  isTimedInside(figure: Figure): boolean {
    return figure.bracket >= 0 && this.#bracket?.at === figure.bracket && this.#bracket.timed
  }

  isOfSentence(figure: Figure): boolean {
    return this.#sentence?.from === figure.sentence.from
  }

  /** The time of the estimate that an earlier sentence of the paragraph gave. */
  get estimate(): Carry | null {
    return this.#estimate
  }

  /** The year that the sentence named before (`đến hết năm 2012 …, cả năm`). */
  yearOf(figure: Figure): number | null {
    return this.#frame?.from === figure.sentence.from ? this.#frame.year : null
  }

  /** Takes up what a figure's own words said for those that follow. */
  after(figure: Figure, said: Said, current: Carry | null): void {
    const { own, status, goesOn } = said
    // `KH năm 45 HTX` tells the year of the plan alone
    const isPlan = status?.value === 'target' && !status.lasts
    const time = own && !own.behind && lasts(this.#reading, own.term) && !isPlan ? own.term : null
    const lasting = status?.lasts ? status : null
    const next: Carry | null =
      !time && !lasting
        ? current
        : {
            time: time ?? current?.time ?? null,
            status: lasting ?? (time && !goesOn ? null : (current?.status ?? null)),
            kind: lasting ? said.kind : (current?.kind ?? null),
            sentence: time ? figure.sentence.from : (current?.sentence ?? -1),
          }
    if (figure.bracket >= 0) {
      // `(kế hoạch 15 lớp, 600 lượt người)`: inside a bracket even a plan holds for what follows
      if (said.outside) this.#sentence = { from: figure.sentence.from, carry: fromOutside(said.outside, figure) }
      const timed = own !== null || this.isTimedInside(figure)
      this.#bracket = {
        timed,
        at: figure.bracket,
        carry:
          status && !next?.status
            ? { time: next?.time ?? null, status, kind: said.kind, sentence: next?.sentence ?? -1 }
            : next,
      }
      return
    }
    this.#sentence = { from: figure.sentence.from, carry: next }
    if (own && time) this.#frameBy(figure, own, next)
    this.#last = figure.at
  }

  /** What a time of a sentence means for the sentences behind it. */
  #frameBy(figure: Figure, { term, at }: OwnTime, next: Carry | null): void {
    const { from } = figure.sentence
    if (this.#frame?.from !== from) this.#frame = { from, before: this.#paragraph, times: 0, year: null }
    this.#frame.times++
    if (term.time?.kind === 'year' && term.time.year !== null) this.#frame.year = term.time.year
    if (!opensWords(this.#reading, figure, at)) return
    const later = this.#frame.times > 1
    // `9 tháng thành lập 20 HTX, ước cả năm 33 HTX. …`: the estimate is a parenthesis
    if (later && next?.status?.value === 'estimate' && !this.#paragraph?.status) this.#estimate = next
    // `năm 2019: 02; năm 2020: 05; năm 2021: 06. …`: a list of times leads to none
    else if (this.#frame.times > LISTED) this.#paragraph = this.#frame.before
    else {
      if (!later) this.#estimate = null
      this.#paragraph = next
    }
  }

  #ofSentence(figure: Figure, kind: Kind): Carry | null {
    if (!this.isOfSentence(figure)) return this.#paragraph
    const carry = this.#sentence?.carry ?? null
    // `đóng góp vào GRDP ước 4,5%; 117/125 xã có HTX`: what flows is estimated, what can be counted is not
    const other = kind === 'stock' && carry?.kind !== 'stock' && carry?.status?.value === 'estimate'
    if (!carry?.status || !other || opensClause(this.#reading, carry.status.term)) return carry
    return semicolonBetween(this.#reading, this.#last, figure.at) ? { ...carry, status: null } : carry
  }
}

/** The time before a bracket, for what stands in it and behind it. */
export const fromOutside = (time: Term, { sentence }: Figure): Carry => ({
  time,
  status: null,
  kind: null,
  sentence: sentence.from,
})

/** `đầu năm`, `cùng kỳ` and the date of a founding speak of their own figure only. */
const lasts = ({ rules: { vocabulary: v } }: Reading, { time, tags }: Term): boolean =>
  time?.kind !== 'same-period' &&
  !(time?.kind === 'year' && time.year === null && time.offset < 0) &&
  !hasTag(tags, v.id.Founding) &&
  !hasTag(tags, v.id.Deadline)

/** More times than this in one sentence are a list. */
const LISTED = 2

/** How many terms before the period that opens a sentence may stand: `Ước`, `Tính`, `Riêng`. */
const OPENING = 2

/** Whether a period opens its sentence or a part of it, or stands in its label: `Xếp loại năm 2020: tốt 30; khá 56`. */
const opensWords = (reading: Reading, figure: Figure, at: number): boolean => {
  let from = at
  while (from > figure.sentence.from && !tagged(reading, from - 1, 'Break')) from--
  if (at - from <= OPENING) return true
  for (let i = at + 1; i < figure.sentence.to; i++)
    if (tagged(reading, i, 'Colon')) return !tagged(reading, i - 1, 'OfWhich')
  return false
}

const opensClause = (reading: Reading, term: Term): boolean => {
  const at = reading.terms.indexOf(term)
  return at <= 0 || tagged(reading, at - 1, 'Break')
}

const semicolonBetween = (reading: Reading, from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++) if (tagged(reading, i, 'Semicolon')) return true
  return false
}
