import type { Span } from '../../contract/index.ts'

/**
 * The drawn lines, cells and pieces of cells, found by offsets of the text. Each holds one unbroken stretch of the text,
 * which begins at its `data-start`; they need not be drawn in the order of the text.
 */
export class TextStretches {
  readonly #elements: readonly HTMLElement[]
  readonly #starts: readonly number[]

  /** @param pane holds the text as `TextPane` draws it */
  constructor(pane: HTMLElement) {
    const found = [...pane.querySelectorAll<HTMLElement>('[data-start]')].map(
      element => [Number(element.dataset.start), element] as const,
    )
    found.sort(([a], [b]) => a - b)
    this.#elements = found.map(([, element]) => element)
    this.#starts = found.map(([start]) => start)
  }

  /** The last stretch that begins at or before an offset. */
  at(offset: number): HTMLElement | undefined {
    return this.#elements[this.#indexAt(offset)]
  }

  /** All stretches that hold something of a span, in the order of the text. */
  in({ start, end }: Span): readonly HTMLElement[] {
    const first = this.#indexAt(start)
    let last = first
    while ((this.#starts[last + 1] ?? end) < end) last += 1
    return this.#elements.slice(first, last + 1)
  }

  /** A range for each of the stretches: between them the page may hold what is no part of the span. */
  ranges(span: Span): readonly Range[] {
    return this.in(span).flatMap(element => {
      const start = Number(element.dataset.start)
      return span.end <= start ? [] : [rangeIn(element, span.start - start, span.end - start)]
    })
  }

  #indexAt(offset: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** @param from in UTF-16 units from the beginning of the element's text, as `to`; both may lie outside of it */
const rangeIn = (element: HTMLElement, from: number, to: number): Range => {
  const range = new Range()
  range.selectNodeContents(element)
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node !== null && before < to; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (from >= before) range.setStart(node, Math.min(from - before, length))
    if (to <= before + length) range.setEnd(node, to - before)
    before += length
  }
  return range
}
