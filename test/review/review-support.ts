import { createHash } from 'node:crypto'
import type { Decision, DecisionBatch, Extraction } from '../../src/contract/index.ts'
import { extract, shippedRules } from '../../src/extract.ts'
import { type CheckRecords, checkRecords } from '../../src/review/check-records.ts'
import { codesOf } from '../../src/review/codes.ts'
import { type CurrentState, currentState } from '../../src/review/current-state.ts'
import { type Decided, decide } from '../../src/review/decide.ts'
import { overlay } from '../../src/review/overlay.ts'
import { placer } from '../../src/review/placer.ts'

export const rules = shippedRules()
export const codes = codesOf(rules)

const hashOf = (text: string) => createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('hex')

/** One document under review, without an archive: it can be read anew, and decided on. */
export class Reviewing {
  extraction: Extraction
  decisions: Decision[] = []
  readonly #texts = new Map<string, string>()
  readonly #document: string
  check: CheckRecords
  /** That checks; null: the one that has read. */
  engine: Extraction['engine'] | null = null
  #ids = 0

  constructor(extraction: Extraction, { document = 'd', check = checkRecords(rules.checks) } = {}) {
    this.extraction = extraction
    this.#document = document
    this.check = check
    this.readAnew(extraction)
  }

  readAnew(extraction: Extraction): void {
    this.extraction = extraction
    this.#texts.set(hashOf(extraction.text), extraction.text)
  }

  get stored() {
    const now = { text: this.extraction.text, hash: hashOf(this.extraction.text) }
    const place = placer(now, this.#texts)
    return {
      document: this.#document,
      version: 'v',
      extraction: this.extraction,
      now,
      decisions: this.decisions,
      place,
    }
  }

  state(): Promise<CurrentState> {
    const { stored } = this
    const overlaid = overlay(stored.extraction, stored.now, stored.decisions, stored.place)
    return currentState(stored, overlaid, { engine: this.engine ?? this.extraction.engine, check: this.check })
  }

  async decide(...decisions: DecisionBatch['decisions']): Promise<Decided> {
    const { stored } = this
    const { overlaid, records } = await this.state()
    const result = decide(
      { ...stored, overlaid, flags: records.flags },
      { who: 'Lan', decisions },
      { codes, place: stored.place, when: '2026-01-02T03:04:05.000Z', newId: () => `d${++this.#ids}` },
    )
    if (result.ok) this.decisions = [...this.decisions, ...result.decisions]
    return result
  }
}

export const reviewingText = async (text: string): Promise<Reviewing> => {
  const result = await extract(Buffer.from(text), 'a.txt')
  if (!result.ok) throw new Error(result.problem.code)
  return new Reviewing(result.extraction)
}

/** The record that stands at the words. */
export const recordAt = async (reviewing: Reviewing, words: string) => {
  const start = reviewing.extraction.text.indexOf(words)
  const { records } = await reviewing.state()
  const record = records.records.find(
    r => r.evidence.start <= start && start < Math.max(r.evidence.end, r.evidence.start + 1),
  )
  if (record === undefined) throw new Error(`no record at ${words}`)
  return record
}
