import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../../fixtures/gold/', import.meta.url)

/** The least share of its plan that a document has, in lines. */
const LEAST = 0.2

/** Lines from the top that every plan keeps: who issued it, its number and date, what it is about. */
const HEAD = 12

export interface Plan {
  readonly name: string
  readonly content: string
}

/**
 * Plans of the length that real ones have, each other than the others: the head of a labelled plan or report and a stretch of its
 * body, between a fifth and all of it, with other figures. 1 to 50 kB, some 13 kB on average. The same ones for the same seed.
 */
export function* plans(count: number, seed = 1): Generator<Plan> {
  const sources = readdirSync(FOLDER)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => readFileSync(new URL(name, FOLDER), 'utf8').split('\n'))
  const next = numbers(seed)
  for (let i = 0; i < count; i++) {
    const lines = sources[i % sources.length] ?? []
    const body = lines.slice(HEAD)
    const length = Math.ceil(body.length * (LEAST + (1 - LEAST) * next()))
    const start = Math.floor((body.length - length) * next())
    const text = [...lines.slice(0, HEAD), ...body.slice(start, start + length)].join('\n')
    yield { name: `ke-hoach-${i}.txt`, content: `${withOtherFigures(text, i)}\nLưu: VT, hồ sơ ${i + 1}.\n` }
  }
}

/** Last digits are others; years and numbers of laws stay. */
const withOtherFigures = (text: string, i: number): string =>
  text.replace(/(?<![\d/])(?!(?:19|20)\d\d(?!\d))\d+(?:[.,]\d+)*(?![\d/])/g, figure =>
    figure.replace(/\d$/, digit => String((Number(digit) + i) % 10)),
  )

/** Numbers from 0 to 1 without order that are the same in every run (the generator of Numerical Recipes, 2nd ed., 7.1). */
const numbers = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
