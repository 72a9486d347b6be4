import type { CellPlace, Observation, Origin, Reason, Span } from '../../contract/index.ts'
import { Hold, WINDOW } from '../ui/hold.ts'
import { bringIntoView, bringOnScreen, type TextPlace } from './bring-into-view.ts'
import type { FlagPlaces } from './flag-places.ts'
import { TextStretches } from './text-stretches.ts'

/** Words that stand with the number are lit as its own; what it inherited from around it is lit fainter. */
const NEAR: ReadonlySet<Origin> = new Set(['rule', 'number', 'counter', 'clause', 'sentence', 'figure'])

const WORDS = 'record-words'
const CONTEXT = 'record-context'
const POINTED = 'pointed'
const FLAG = 'flag-figures'
const SUSPECT = 'flag-suspect'
const HIGHLIGHTS = [WORDS, CONTEXT, POINTED, FLAG, SUSPECT]
/** Frames for which an element is kept in view while the text around it is drawn. */
const LOOKS = 6
const LIGHTS = ['is-selected', 'is-pointed', 'is-lit', 'is-cell', 'is-header']

const spanOf = ({ start, end }: Reason): Span | null =>
  start === undefined || end === undefined || start >= end ? null : { start, end }

/** What of a stretch lies before and behind another. */
const without = ({ start, end }: Span, hole: Span): readonly Span[] =>
  [
    { start, end: Math.min(end, hole.start) },
    { start: Math.max(start, hole.end), end },
  ].filter(each => each.start < each.end)

const samePlace = (a: Span, b: Span | undefined): boolean => a.start === b?.start && a.end === b.end

/**
 * Lights a record's words in the drawn text, without drawing it again: the number by its element, its cell and the cell's
 * headers by theirs, other words by the browser's highlights (CSS Custom Highlight API), or by their whole line where a
 * browser has none.
 */
export class TextLight {
  readonly #pane: HTMLElement
  readonly #stretches: TextStretches
  #lit: Element[] = []
  readonly #hold = new Hold()
  #record: Span | undefined

  /** @param pane holds the text as `TextPane` draws it */
  constructor(pane: HTMLElement) {
    this.#pane = pane
    this.#stretches = new TextStretches(pane)
  }

  show(record: Observation | undefined, flag?: FlagPlaces): void {
    this.#clear()
    this.#record = record?.evidence
    if (flag !== undefined) this.#showFlag(flag, record)
    if (record === undefined) return
    const reasons = Object.values(record.because)
    const spans = (near: boolean) =>
      reasons.filter(reason => NEAR.has(reason.from) === near).flatMap(reason => spanOf(reason) ?? [])
    this.#light(CONTEXT, spans(false))
    // The number has a light of its own, which words that are lit over it would hide.
    this.#light(
      WORDS,
      spans(true).flatMap(span => without(span, record.evidence)),
    )
    const marks = [...this.#pane.querySelectorAll(`[data-records~="${CSS.escape(record.id)}"]`)]
    for (const mark of marks) {
      this.#mark(mark, 'is-selected')
      mark.setAttribute('aria-pressed', 'true')
    }
    const { cell } = record.evidence
    const place = cell === null ? undefined : this.#showCell(cell)
    const shown = place ?? marks[0]
    if (shown !== undefined) this.#reveal({ element: shown })
  }

  /** Lights a stretch of the text beside what is lit already, and brings it into view. */
  point(span: Span): void {
    // The selected number has a light of its own.
    this.#light(POINTED, samePlace(span, this.#record) ? [] : [span])
    const first = this.#stretches.at(span.start)
    if (first === undefined) return
    for (const pointed of this.#pane.querySelectorAll('.is-pointed')) pointed.classList.remove('is-pointed')
    this.#mark(first, 'is-pointed')
    this.#reveal({ element: first, words: this.#stretches.ranges(span)[0] }, true)
  }

  /** Lights the figures of a flag, and brings the suspected one into view unless a record is shown. */
  #showFlag({ figures, suspect }: FlagPlaces, record: Observation | undefined): void {
    const other = (span: Span) => !samePlace(span, record?.evidence)
    this.#light(
      FLAG,
      figures.filter(span => other(span) && !samePlace(span, suspect)),
    )
    this.#light(SUSPECT, suspect === undefined ? [] : [suspect].filter(other))
    const first = suspect ?? figures[0]
    if (record !== undefined || first === undefined) return
    const element = this.#stretches.at(first.start)
    if (element !== undefined) this.#reveal({ element, words: this.#stretches.ranges(first)[0] })
  }

  /** Lights a cell and, fainter, the chain of its headers. */
  #showCell({ table: id, row, column, headers }: CellPlace): Element | undefined {
    const table = this.#pane.querySelector(`[data-table="${CSS.escape(id)}"]`)
    const find = (r: number, c: number) => table?.querySelector(`[data-cell="${r}:${c}"]`) ?? undefined
    for (const header of headers) this.#mark(find(header.row, header.column), 'is-header')
    const cell = find(row, column)
    this.#mark(cell, 'is-cell')
    return cell
  }

  /** Puts out everything: browsers would keep a text that has gone as long as something of it is lit. */
  putOut(): void {
    this.#hold.end()
    this.#clear()
  }

  #mark(element: Element | undefined, light: string): void {
    if (element === undefined) return
    element.classList.add(light)
    this.#lit.push(element)
  }

  #clear(): void {
    for (const element of this.#lit) {
      element.classList.remove(...LIGHTS)
      if (element.hasAttribute('aria-pressed')) element.setAttribute('aria-pressed', 'false')
    }
    this.#lit = []
    if ('highlights' in CSS) for (const name of HIGHLIGHTS) CSS.highlights.delete(name)
  }

  #light(name: string, spans: readonly Span[]): void {
    if (spans.length === 0) return
    if ('highlights' in CSS) {
      CSS.highlights.set(name, new Highlight(...spans.flatMap(span => this.#stretches.ranges(span))))
      return
    }
    for (const span of spans) for (const line of this.#stretches.in(span)) this.#mark(line, 'is-lit')
  }

  /**
   * Text that was out of sight has an estimated height: once it is drawn, the place may have moved.
   * @param onScreen also where the page is longer than the window, and the pane out of it
   */
  #reveal(place: TextPlace, onScreen = false): void {
    this.#hold.keep(() => bringIntoView(place, this.#pane), LOOKS)
    if (onScreen) WINDOW.keep(() => bringOnScreen(place), LOOKS)
  }
}
