import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Extraction } from '../../src/contract/index.ts'
import { explain } from '../../src/explain/explain.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import type { EncodingName } from '../../src/repair/encodings/encoding.ts'
import { encode } from '../repair/encode.ts'
import { extractionOf, IN_EVERY_FORMAT } from './fixtures.ts'

const GOLD = fileURLToPath(new URL('../../fixtures/gold/', import.meta.url))
const textOf = (name: string): string => readFileSync(`${GOLD}${name}.txt`, 'utf8').normalize('NFC')

type Place = { readonly path: string; readonly start: number; readonly end: number }

/** Every object with a place, however deep, with the way that leads to it. */
const placesIn = (value: unknown, path = ''): Place[] => {
  if (value === null || typeof value !== 'object') return []
  const { start, end } = value as { start?: unknown; end?: unknown }
  const own = typeof start === 'number' && typeof end === 'number' ? [{ path, start, end }] : []
  return [...own, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, `${path}/${key}`))]
}

const PLACES = ['start', 'end', 'id', 'observation', 'text', 'sha256', 'bytes', 'encoding', 'messages', 'repairs']

/** What an extraction says, without its places and what is called after them. */
const statementsOf = (extraction: Extraction): unknown =>
  JSON.parse(
    JSON.stringify(extraction, (key, value) => {
      const isNames = key === 'observations' && typeof value[0] === 'string'
      return isNames || PLACES.includes(key) ? undefined : value
    }),
  )

/** Where each character of a text stands in its encoded form. */
const offsetsIn = (name: EncodingName, text: string): Int32Array => {
  const offsets = new Int32Array(text.length + 1)
  let at = 0
  for (let i = 0; i < text.length; i++) {
    offsets[i] = at
    at += encode(name, text.charAt(i)).length
  }
  offsets[text.length] = at
  return offsets
}

describe.each(IN_EVERY_FORMAT)('%s', file => {
  const text = textOf(file)

  it.each(['tcvn3', 'vni'] as const)('says the same in %s, each place where its letters stand', async name => {
    const unicode = await extractionOf(text)
    const shown = encode(name, text)
    const legacy = await extractionOf(shown)
    expect(legacy.text).toBe(shown)
    expect(legacy.document.encoding).toBe(name)
    expect(Extraction.safeParse(legacy).success).toBe(true)
    expect(statementsOf(legacy)).toEqual(statementsOf(unicode))

    const offsets = offsetsIn(name, text)
    const withoutMessages = ({ messages: _, repairs: __, ...rest }: Extraction) => rest
    const expected = placesIn(withoutMessages(unicode)).map(({ path, start, end }) => ({
      path,
      start: offsets[start],
      end: offsets[end],
    }))
    expect(expected.length).toBeGreaterThan(200)
    expect(placesIn(withoutMessages(legacy))).toEqual(expected)
  })

  it('names observations by their places in the text as read, everywhere', async () => {
    const { observations, flags } = await extractionOf(encode('vni', text))
    const ids = new Set(observations.map(({ id }) => id))
    for (const { id, evidence } of observations) expect(id).toBe(`o${evidence.start}`)
    for (const flag of flags) {
      for (const id of flag.observations) expect(ids).toContain(id)
      for (const { observation } of flag.suspects) expect(ids).toContain(observation)
      for (const { observation } of flag.figures) if (observation !== null) expect(ids).toContain(observation)
      if (flag.suggestion) expect(ids).toContain(flag.suggestion.observation)
    }
  })

  it('says the same where every ư of TCVN3 was lost', async () => {
    const values = ({ observations }: Extraction) =>
      observations.map(({ subject, indicator, measure, value, min, max, unit, period, status }) =>
        JSON.stringify([subject, indicator, measure, value, min, max, unit, period, status]),
      )
    const sound = values(await extractionOf(text))
    const lost = values(await extractionOf(encode('tcvn3', text).replaceAll('\u00AD', '')))
    const same = sound.filter((said, i) => said === lost[i]).length
    expect(same).toBeGreaterThanOrEqual(sound.length * 0.99)
  })
})

describe('why a number of a document in an old encoding is read so', () => {
  const text = textOf('lang-son-2020')
  const line = 32

  it('is told by lines and columns of the text as read, in readable words', async () => {
    const shown = encode('vni', text)
    const why = async (content: string) => {
      const result = await explain(Buffer.from(content), { line, column: null }, DEFAULT_LIMITS)
      if (!result.ok) throw new Error(result.problem.code)
      return result.explanations
    }
    const [legacy, unicode] = [await why(shown), await why(text)]
    expect(legacy.map(e => e.numeral.text)).toEqual(unicode.map(e => e.numeral.text))
    expect(legacy.map(e => e.figure?.text)).toEqual(unicode.map(e => e.figure?.text))
    const lines = shown.split('\n')
    for (const { numeral, observation } of legacy) {
      expect(lines[numeral.line - 1]?.slice(numeral.column - 1, numeral.column - 1 + numeral.text.length)).toBe(
        numeral.text,
      )
      if (observation) expect(observation.id).toBe(`o${observation.evidence.start}`)
    }
  })
})
