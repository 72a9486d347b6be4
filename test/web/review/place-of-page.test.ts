import { readFileSync } from 'node:fs'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { expect, test } from 'vitest'
import type { Box, Evidence } from '../../../src/contract/index.ts'
import { extract } from '../../../src/extract.ts'
import { openPdf } from '../../../src/read/pdf/open-pdf.ts'
import { LitPlaces } from '../../../src/web/page/lit-places.ts'
import type { PagePlace } from '../../../src/web/page/marked.ts'
import { placeOfPage } from '../../../src/web/review/add/place-of-page.ts'

const FILE = readFileSync(new URL('../../../fixtures/documents/bac-kan-2020.pdf', import.meta.url))

/** A letter as the browser sets it over the page, in the order of the file, blanks left out. */
interface Letter {
  readonly letter: string
  readonly x: number
  readonly y: number
}

const lettersOf = async (bytes: Uint8Array): Promise<readonly (readonly Letter[])[]> => {
  const opened = await openPdf(bytes)
  if ('problem' in opened) throw new Error(opened.problem.code)
  const pages = await Promise.all(
    Array.from({ length: opened.pdf.numPages }, async (_, i) => {
      const page = await opened.pdf.getPage(i + 1)
      const viewport = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      return items
        .filter((item): item is TextItem => 'str' in item)
        .flatMap(({ str, width, height, transform }) => {
          const [left, baseline] = viewport.convertToViewportPoint(transform[4], transform[5]) as [number, number]
          const place = (at: number) => ({ x: left + (width * (at + 0.5)) / str.length, y: baseline - height / 2 })
          return [...str.matchAll(/\S/g)].map(({ 0: letter, index }) => ({ letter, ...place(index) }))
        })
    }),
  )
  await opened.close()
  return pages
}

/** Selects the words of a record on its page: of those that are the same the ones that stand nearest to its box. */
const selected = (letters: readonly Letter[], words: string, { page, box }: Evidence): PagePlace => {
  if (page === null || box === null) throw new Error('a record has no place on a page')
  const text = letters.map(({ letter }) => letter).join('')
  const away = (at: number) => {
    const [first, last] = [letters[at], letters[at + words.length - 1]]
    if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY
    return Math.abs(first.x + last.x - box[0] - box[2]) + 4 * Math.abs(first.y + last.y - box[1] - box[3])
  }
  const places = [...text.matchAll(new RegExp(`(?=${words.replace(/\./g, '\\.')})`, 'g'))].map(({ index }) => index)
  const [nearest = -1] = places.toSorted((a, b) => away(a) - away(b))
  const end = nearest + words.length
  return { page, box, between: { before: text.slice(nearest - 14, nearest), words, after: text.slice(end, end + 14) } }
}

test('each number of a real plan that is selected on its page is that number, whatever else is the same', async () => {
  const result = await extract(FILE, 'bac-kan-2020.pdf')
  if (!result.ok) throw new Error(result.problem.code)
  const { text, words, observations } = result.extraction
  const places = new LitPlaces(result.extraction)
  const pages = await lettersOf(FILE)
  const read = { words, wordsOn: places.wordsOn.bind(places) }
  const found = observations.map(({ evidence }) => {
    const number = text.slice(evidence.start, evidence.end).replace(/\s/g, '')
    return placeOfPage(selected(pages[(evidence.page ?? 0) - 1] ?? [], number, evidence), read)
  })
  expect(found).toEqual(observations.map(({ evidence: { start, end } }) => ({ kind: 'words', start, end })))
})

test('words that the text does not have just once are kept with their box', () => {
  const box: Box = [10, 10, 40, 20]
  const place = { page: 1, box, between: { before: '', words: '30', after: '' } }
  expect(placeOfPage(place, { wordsOn: () => null })).toEqual({ kind: 'box', page: 1, box, quote: '30' })
})
