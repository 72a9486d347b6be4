import { toFailure } from '../api/failure.ts'
import type { TabMemory } from '../tab-memory.ts'

/** The calls of having a document to oneself. */
export interface TakingCalls {
  /** @throws {@link ApiError} with `document-assigned` where somebody else has it */
  takeDocument(document: string, who: string): Promise<unknown>
  releaseDocument(document: string, who: string): Promise<void>
}

interface Taken {
  readonly document: string
  readonly who: string
  /** When that was said last: milliseconds since 1970. */
  readonly at: number
}

const KEY = 'trichluc.taken'

/** A document is taken for half an hour; asked for again after a third of that it never ends under somebody's hands. */
const RENEWED_AFTER_MS = 10 * 60_000
const TRIED_AGAIN_AFTER_MS = 60_000

/** The document that a tab has to itself, so that nobody else is offered it. */
export class TakenDocument {
  readonly #tab: TabMemory
  readonly #calls: TakingCalls
  readonly #now: () => number

  /** @param now milliseconds since 1970 */
  constructor(tab: TabMemory, calls: TakingCalls, now: () => number = Date.now) {
    this.#tab = tab
    this.#calls = calls
    this.#now = now
  }

  /**
   * Takes a document, or goes on having it.
   * @returns false where somebody else has it
   * @throws ApiError
   */
  async take(document: string, who: string): Promise<boolean> {
    try {
      await this.#calls.takeDocument(document, who)
      this.#keep({ document, who, at: this.#now() })
      return true
    } catch (error) {
      if (toFailure(error).code !== 'document-assigned') throw error
      this.#forget(document)
      return false
    }
  }

  /** Gives a document back. Where that does not succeed it ends by itself. */
  async giveBack(document: string, who: string): Promise<void> {
    this.#forget(document)
    await this.#calls.releaseDocument(document, who).catch(() => undefined)
  }

  /**
   * Goes on having a document that is worked on, where it is time to say so.
   * @returns false where somebody else has it by now
   */
  async renew(document: string): Promise<boolean> {
    const [taken, now] = [this.#taken, this.#now()]
    if (taken?.document !== document || now - taken.at < RENEWED_AFTER_MS) return true
    // At once, as every key asks for it; where it does not succeed, it is tried again soon.
    this.#keep({ ...taken, at: now - RENEWED_AFTER_MS + TRIED_AGAIN_AFTER_MS })
    return this.take(document, taken.who).catch(() => true)
  }

  get #taken(): Taken | null {
    try {
      return JSON.parse(this.#tab.recall(KEY) ?? 'null') as Taken | null
    } catch {
      return null
    }
  }

  #keep(taken: Taken | null): void {
    this.#tab.remember(KEY, JSON.stringify(taken))
  }

  #forget(document: string): void {
    if (this.#taken?.document === document) this.#keep(null)
  }
}
