import type { Box } from '../../contract/index.ts'
import { findNumber, type LineCharacter } from './find-number.ts'
import type { WordsBetween } from './marked.ts'

interface Character extends LineCharacter {
  readonly node: Text
  readonly offset: number
}

/** Words that were set as one, with their place on the page in points. */
interface Run {
  readonly box: Box
  readonly characters: readonly Character[]
}

/** How far a box may be from its number, points: boxes within lines of text take all letters to be as wide. */
const ASTRAY = 30

/** Room between two runs that is no blank yet, in their height. */
const JOINED = 0.15

const withoutBlanks = (words: string): string => words.replace(/\s+/g, '')

/** Between the middles of two boxes. */
const distance = (a: Box, b: Box): number => Math.hypot(a[0] + a[2] - b[0] - b[2], a[1] + a[3] - b[1] - b[3]) / 2

/** The words that lie over a page, each where its ink is; they tell where a number stands to the letter. */
export class PageWords {
  readonly #layer: Element
  readonly #width: number
  readonly #runs: readonly Run[]
  /** Of the page in the order of its file, without blanks. */
  readonly #characters: readonly Character[]
  readonly #text: string

  /**
   * @param layer that the words were set in
   * @param width of the page as it is shown, in points
   */
  constructor(layer: Element, width: number) {
    this.#layer = layer
    this.#width = width
    const texts = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
    const runs: Run[] = []
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node as Text
      const rect = text.parentElement?.getBoundingClientRect()
      if (rect !== undefined && rect.width > 0) runs.push({ box: this.#boxOf([rect]), characters: charactersOf(text) })
    }
    this.#runs = runs
    this.#characters = runs.flatMap(run => run.characters)
    this.#text = this.#characters.map(({ character }) => character).join('')
  }

  /**
   * The ink of a number, nearest to the box that it is known by; null where its line does not hold it.
   * @param number as it is printed
   */
  inkOf(number: string, near: Box): Box | null {
    const line = this.#lineAt(near)
    const places = findNumber(line, number).map(at => line.slice(at, at + withoutBlanks(number).length))
    const boxes = places.map(place => this.#inkOf(place))
    const [nearest] = boxes.toSorted((a, b) => distance(a, near) - distance(b, near))
    return nearest !== undefined && distance(nearest, near) <= (near[2] - near[0]) / 2 + ASTRAY ? nearest : null
  }

  /** The ink of words between others, a box for each line of it; none where the page does not hold them just once. */
  inkBetween({ before, words, after }: WordsBetween): readonly Box[] {
    const [head, body, tail] = [before, words, after].map(withoutBlanks) as [string, string, string]
    if (body === '') return []
    // The words beside them may stand on another page or in another column.
    for (const [first, last] of [
      [head, tail],
      [head, ''],
      ['', tail],
    ] as const) {
      const at = this.#onlyPlaceOf(first + body + last)
      const from = at + first.length
      if (at !== -1) return this.#linesOf(this.#characters.slice(from, from + body.length))
    }
    return []
  }

  #onlyPlaceOf(words: string): number {
    const at = this.#text.indexOf(words)
    return at !== -1 && this.#text.indexOf(words, at + 1) === -1 ? at : -1
  }

  /** The characters on the line of a box, from left to right. */
  #lineAt(near: Box): Character[] {
    const runs = this.#runs.filter(({ box }) => shareOfLine(box, near) > 0.5).toSorted((a, b) => a.box[0] - b.box[0])
    return runs.flatMap(({ box, characters }, i) => {
      const before = runs[i - 1]
      const isJoined = before !== undefined && box[0] - before.box[2] < JOINED * (box[3] - box[1])
      return characters.map((each, at) => (at === 0 && !isJoined ? { ...each, isApart: true } : each))
    })
  }

  #inkOf(characters: readonly Character[]): Box {
    return this.#boxOf(rectsOf(characters))
  }

  #linesOf(characters: readonly Character[]): Box[] {
    const lines: DOMRect[][] = []
    for (const rect of rectsOf(characters)) {
      const line = lines.find(([first]) => first !== undefined && rect.top < first.bottom && rect.bottom > first.top)
      if (line === undefined) lines.push([rect])
      else line.push(rect)
    }
    return lines.map(line => this.#boxOf(line))
  }

  /** In points, of rectangles on the screen. */
  #boxOf(rects: readonly DOMRect[]): Box {
    const { left, top, width } = this.#layer.getBoundingClientRect()
    const scale = width / this.#width
    return [
      (Math.min(...rects.map(rect => rect.left)) - left) / scale,
      (Math.min(...rects.map(rect => rect.top)) - top) / scale,
      (Math.max(...rects.map(rect => rect.right)) - left) / scale,
      (Math.max(...rects.map(rect => rect.bottom)) - top) / scale,
    ]
  }
}

const charactersOf = (node: Text): Character[] => {
  const characters: Character[] = []
  let isApart = false
  for (let offset = 0; offset < node.data.length; offset++) {
    const character = node.data[offset] ?? ''
    if (/\s/.test(character)) isApart = true
    else {
      characters.push({ character, isApart, node, offset })
      isApart = false
    }
  }
  return characters
}

/** The share of the lower of two boxes that stands at the height of the other. */
const shareOfLine = ([, top, , bottom]: Box, [, nearTop, , nearBottom]: Box): number =>
  (Math.min(bottom, nearBottom) - Math.max(top, nearTop)) / Math.min(bottom - top, nearBottom - nearTop)

const rectsOf = (characters: readonly Character[]): DOMRect[] => {
  const nodes = new Map<Text, { from: number; to: number }>()
  for (const { node, offset } of characters) {
    const known = nodes.get(node)
    nodes.set(node, { from: known?.from ?? offset, to: offset + 1 })
  }
  return [...nodes].flatMap(([node, { from, to }]) => {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    return [...range.getClientRects()]
  })
}
