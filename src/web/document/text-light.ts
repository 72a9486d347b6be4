import type { Observation, Origin, Reason, Span } from '../../contract/index.ts'

/** Words that stand with the number are lit as its own; what it inherited from around it is lit fainter. */
const NEAR: ReadonlySet<Origin> = new Set(['rule', 'number', 'counter', 'clause', 'sentence', 'figure'])

const WORDS = 'record-words'
const CONTEXT = 'record-context'
/** Frames for which an element is kept in view while the text around it is drawn. */
const LOOKS = 6

const spanOf = ({ start, end }: Reason): Span | null =>
  start === undefined || end === undefined || start >= end ? null : { start, end }

const inSight = (box: DOMRect, frame: DOMRect): boolean =>
  box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left && box.right <= frame.right

/**
 * Lights a record's words in the drawn text, without drawing it again: the number by its element, other words by the
 * browser's highlights (CSS Custom Highlight API), or by their whole line where a browser has none.
 */
export class TextLight {
  readonly #pane: HTMLElement
  /** Lines and cells in reading order; each holds one unbroken stretch of the text. */
  readonly #stretches: readonly HTMLElement[]
  #lit: Element[] = []
  #look = 0

  /** @param pane holds the text as `TextPane` draws it */
  constructor(pane: HTMLElement) {
    this.#pane = pane
    this.#stretches = [...pane.querySelectorAll<HTMLElement>('[data-start]')]
  }

  show(record: Observation | undefined): void {
    this.#clear()
    if (record === undefined) return
    const reasons = Object.values(record.because)
    const spans = (near: boolean) =>
      reasons.filter(reason => NEAR.has(reason.from) === near).flatMap(reason => spanOf(reason) ?? [])
    this.#light(CONTEXT, spans(false))
    this.#light(WORDS, spans(true))
    const marks = [...this.#pane.querySelectorAll(`[data-records~="${CSS.escape(record.id)}"]`)]
    for (const mark of marks) {
      mark.classList.add('is-selected')
      mark.setAttribute('aria-pressed', 'true')
    }
    this.#lit.push(...marks)
    if (marks[0] !== undefined) this.#reveal(marks[0])
  }

  /** Lights a stretch of the text beside what is lit already, and brings it into view. */
  point(span: Span): void {
    this.#light(CONTEXT, [span])
    const first = this.#stretches[this.#indexAt(span.start)]
    if (first === undefined) return
    for (const pointed of this.#pane.querySelectorAll('.is-pointed')) pointed.classList.remove('is-pointed')
    first.classList.add('is-pointed')
    this.#lit.push(first)
    this.#reveal(first)
  }

  #clear(): void {
    for (const element of this.#lit) {
      element.classList.remove('is-selected', 'is-pointed', 'is-lit')
      if (element.hasAttribute('aria-pressed')) element.setAttribute('aria-pressed', 'false')
    }
    this.#lit = []
    if ('highlights' in CSS) for (const name of [WORDS, CONTEXT]) CSS.highlights.delete(name)
  }

  #light(name: string, spans: readonly Span[]): void {
    if ('highlights' in CSS) {
      const ranges = spans.flatMap(span => this.#rangeOf(span) ?? [])
      CSS.highlights.set(name, new Highlight(...ranges))
      return
    }
    for (const { start, end } of spans) {
      for (let i = this.#indexAt(start); i < this.#stretches.length; i += 1) {
        const line = this.#stretches[i]
        if (line === undefined || this.#startOf(i) >= end) break
        line.classList.add('is-lit')
        this.#lit.push(line)
      }
    }
  }

  #startOf(index: number): number {
    return Number(this.#stretches[index]?.dataset.start)
  }

  /** The last stretch that begins at or before an offset. */
  #indexAt(offset: number): number {
    let low = 0
    let high = this.#stretches.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.#startOf(middle) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  #rangeOf({ start, end }: Span): Range | null {
    const from = this.#positionOf(start)
    const to = this.#positionOf(end)
    if (from === null || to === null) return null
    const range = new Range()
    range.setStart(from.node, from.at)
    range.setEnd(to.node, to.at)
    return range
  }

  #positionOf(offset: number): { node: Node; at: number } | null {
    const index = this.#indexAt(offset)
    const stretch = this.#stretches[index]
    if (stretch === undefined) return null
    let rest = offset - this.#startOf(index)
    const walker = document.createTreeWalker(stretch, NodeFilter.SHOW_TEXT)
    let last: Node = stretch
    let length = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      last = node
      length = node.nodeValue?.length ?? 0
      if (rest <= length) return { node, at: rest }
      rest -= length
    }
    // The offset stands on the line break or tab behind the stretch.
    return { node: last, at: length }
  }

  /** Brings an element to the middle of the pane, unless it is in view already. */
  #reveal(element: Element, looks = LOOKS): void {
    cancelAnimationFrame(this.#look)
    if (!inSight(element.getBoundingClientRect(), this.#pane.getBoundingClientRect())) {
      element.scrollIntoView({ block: 'center', inline: 'nearest' })
    }
    // Text that was out of sight has an estimated height: once it is drawn, the place may have moved.
    if (looks > 0) this.#look = requestAnimationFrame(() => this.#reveal(element, looks - 1))
  }
}
