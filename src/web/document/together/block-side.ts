import { type Ladder, ladderOf, lastAt, offsetAt, type Rung, topAt } from './ladder.ts'
import type { Side } from './side.ts'

/** Some dozens of lines or records that stand together, and may not be drawn as long as they are out of sight. */
export interface Block {
  /** Where in the text it begins. */
  readonly offset: number
  readonly element: Element
}

/** A place in a block that is drawn. */
export interface Inner {
  readonly offset: number
  readonly element: Element
}

interface Blocks {
  readonly scroller: Element
  readonly covered: number
  /** In the order of the text. */
  readonly blocks: readonly Block[]
  /** Of the text. */
  readonly length: number
  /** The places within a block, in the order of the text; asked for only near the view. */
  readonly innerOf: (block: Element) => readonly Inner[]
  readonly reveal?: (offset: number) => void
}

/** Heights of the view above and below it within which blocks are drawn, and their places are where they are said to be. */
const NEAR = 1

/** A side whose places are elements: looked up from block to block, and within the block from element to element. */
export const blockSide = ({ scroller, covered, blocks, length, innerOf, reveal }: Blocks): Side => {
  const frame = scroller.getBoundingClientRect()
  const toContent = scroller.scrollTop - frame.top
  const topOf = (element: Element): number => element.getBoundingClientRect().top + toContent
  const bottomOf = (element: Element): number => element.getBoundingClientRect().bottom + toContent
  const isNear = (element: Element): boolean => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > frame.top - NEAR * frame.height && top < frame.bottom + NEAR * frame.height
  }
  const insideOf = (at: number): Ladder => {
    const block = blocks[at]
    const next = blocks[at + 1]
    const first = blocks[0]
    if (block === undefined) {
      return ladderOf([
        { offset: 0, top: 0 },
        ...(first === undefined ? [] : [{ offset: first.offset, top: topOf(first.element) }]),
      ])
    }
    const { offset, element } = block
    const inner = isNear(element) ? innerOf(element) : []
    const end: Rung = {
      offset: next?.offset ?? length,
      top: next === undefined ? scroller.scrollHeight : topOf(next.element),
    }
    return ladderOf([
      { offset, top: topOf(element) },
      ...inner.map(place => ({ offset: place.offset, top: topIn(place.element, topOf, bottomOf) })),
      end,
    ])
  }
  return {
    ...{ scroller, covered },
    ...(reveal === undefined ? {} : { reveal }),
    offsetAt: top => offsetAt(insideOf(lastAt(blocks.length, at => topOf((blocks[at] as Block).element), top)), top),
    topAt: offset => topAt(insideOf(lastAt(blocks.length, at => (blocks[at] as Block).offset, offset)), offset),
  }
}

/** Where an element stands; in a table that scrolls by itself, no further away than the table. */
const topIn = (
  element: Element,
  topOf: (element: Element) => number,
  bottomOf: (element: Element) => number,
): number => {
  const box = element.closest('.data-table')
  const top = topOf(element)
  return box === null ? top : Math.min(Math.max(top, topOf(box)), bottomOf(box))
}
