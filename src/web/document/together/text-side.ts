import { rowIntoSight } from '../bring-into-view.ts'
import { type Block, blockSide, type Inner } from './block-side.ts'
import { lastAt } from './ladder.ts'
import type { Side } from './side.ts'

const startOf = (element: HTMLElement): number => Number(element.dataset.start)

const stretchesOf = (element: Element): readonly Inner[] =>
  [...element.querySelectorAll<HTMLElement>('[data-start]')]
    .map(stretch => ({ offset: startOf(stretch), element: stretch }))
    .sort((a, b) => a.offset - b.offset)

/** The text as it is drawn, looked over once: the same lines stay as long as it is not drawn anew. */
export class DrawnText {
  readonly #pane: Element
  readonly #length: number
  readonly #blocks: readonly Block[]
  readonly #inner = new Map<Element, readonly Inner[]>()

  /** @param pane holds the text as `TextPane` draws it @param length of the text */
  constructor(pane: Element, length: number) {
    this.#pane = pane
    this.#length = length
    this.#blocks = [...pane.querySelectorAll('.chunk')].flatMap(element => {
      const first = stretchesOf(element)
      this.#inner.set(element, first)
      return first[0] === undefined ? [] : [{ offset: first[0].offset, element }]
    })
  }

  side(): Side {
    return blockSide({
      ...{ scroller: this.#pane, covered: 0, blocks: this.#blocks, length: this.#length },
      innerOf: block => this.#inner.get(block) ?? [],
      reveal: offset => this.#reveal(offset),
    })
  }

  /** The side of a table of the text that scrolls by itself. */
  table(box: Element): Side {
    const inner = stretchesOf(box)
    const content = box.querySelector('tbody') ?? box
    return blockSide({
      ...{ scroller: box, covered: box.querySelector('thead')?.clientHeight ?? 0 },
      blocks: [{ offset: inner[0]?.offset ?? 0, element: content }],
      length: inner.at(-1)?.offset ?? 0,
      innerOf: () => inner.filter(({ element }) => content.contains(element)),
    })
  }

  #reveal(offset: number): void {
    const block = this.#blocks[lastAt(this.#blocks.length, at => this.#blocks[at]?.offset ?? 0, offset)]
    const inner = block === undefined ? [] : (this.#inner.get(block.element) ?? [])
    const place = inner[lastAt(inner.length, at => inner[at]?.offset ?? 0, offset)]
    if (place !== undefined) rowIntoSight(place.element)
  }
}
