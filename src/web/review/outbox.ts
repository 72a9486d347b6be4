import type { Decision, DecisionRequest, Records } from '../../contract/index.ts'
import type { DeskState, Held, Refusal, Unstored, Waiting } from './desk-state.ts'
import { isOvertaken, lastOn, seenBy } from './seen.ts'
import { withPending } from './with-pending.ts'

/** @returns whether the refusal is seen to: the decision does not wait then, and is not stored */
export type TakeRefusal = (refusal: Refusal) => boolean

/** A decision on its way, whose it is, and whoever waits for it. */
export interface Entry extends Unstored {
  readonly who: string
  readonly tell: (stored: boolean) => void
  readonly take: TakeRefusal | undefined
}

interface WaitingEntry {
  readonly entry: Entry
  readonly why: Waiting
}

/** The decisions that are not stored: those to be sent next, those held until the reviewer says so, those that need a word each. */
export class Outbox {
  #queue: Entry[] = []
  #held: { readonly why: Held; readonly entries: readonly Entry[] } | null = null
  #waiting: readonly WaitingEntry[] = []
  #keys = 0

  get count(): number {
    return this.#queue.length + (this.#held?.entries.length ?? 0) + this.#waiting.length
  }

  /** Something is to be sent, and may be. */
  get ready(): boolean {
    return this.#queue.length > 0 && this.#held === null
  }

  get held(): DeskState['held'] {
    return this.#held === null ? null : { ...this.#held.why, decisions: this.#held.entries }
  }

  get waiting(): readonly Waiting[] {
    return this.#waiting.map(({ why }) => why)
  }

  /** Those that are to be sent, in order. */
  get requests(): readonly DecisionRequest[] {
    return this.#queue.map(({ request }) => request)
  }

  /** @returns resolved with whether it was stored, when that is known for good */
  add(decided: Omit<Entry, 'key' | 'tell'>): Promise<boolean> {
    this.#keys += 1
    return new Promise(tell => {
      const entry: Entry = { ...decided, key: this.#keys, tell }
      // Of two that are taken back, the earlier one is not without the later.
      if (entry.request.kind === 'undo' && this.#held !== null) this.#keepHeld(entries => [...entries, entry])
      else this.#queue.push(entry)
    })
  }

  /** @returns what is sent next, all of one reviewer, which is the caller's from here on */
  next(most: number): readonly Entry[] {
    const others = this.#queue.findIndex(({ who }) => who !== this.#queue[0]?.who)
    return this.#queue.splice(0, others === -1 ? most : Math.min(most, others))
  }

  /** Sends these before all others. */
  putBack(entries: readonly Entry[]): void {
    this.#queue.unshift(...entries)
  }

  /** All that is not stored waits with what could not be: it may rest on it. */
  hold(why: Held, entries: readonly Entry[] = []): void {
    this.#held = { why, entries: [...entries, ...(this.#held?.entries ?? []), ...this.#queue.splice(0)] }
  }

  /** One that cannot be goes back to where it came from, or waits for a word; it holds up no other. */
  refuse(entry: Entry, refusal: Refusal): void {
    if (entry.take?.(refusal)) entry.tell(false)
    else this.#waiting = [...this.#waiting, { entry, why: { ...entry, because: 'refused', ...refusal } }]
  }

  /** Sends what is held once more. */
  release(): void {
    this.putBack(this.#held?.entries ?? [])
    this.#held = null
  }

  dropHeld(): void {
    for (const { tell } of this.#held?.entries ?? []) tell(false)
    this.#held = null
  }

  /** Sends one that waits, on what has been seen of it since. */
  insist(key: number): void {
    for (const { entry, why } of this.#takeWaiting(key))
      this.#queue.push(why.because === 'overtaken' ? { ...entry, seen: why.now } : entry)
  }

  /** Gives up one that waits. */
  drop(key: number): void {
    for (const { entry } of this.#takeWaiting(key)) entry.tell(false)
  }

  dropAll(): void {
    this.dropHeld()
    for (const { tell } of [...this.#queue.splice(0), ...this.#waiting.map(({ entry }) => entry)]) tell(false)
    this.#waiting = []
  }

  /** @returns the last that was decided and is neither sent nor refused, given up; what takes back another stays */
  pop(): Entry | undefined {
    const isOwn = ({ request }: Entry) => request.kind !== 'undo'
    const last = this.#queue.findLast(isOwn) ?? this.#held?.entries.findLast(isOwn)
    this.#queue = this.#queue.filter(entry => entry !== last)
    this.#keepHeld(entries => entries.filter(entry => entry !== last))
    last?.tell(false)
    return last
  }

  /** What would settle something that its reviewer has not seen waits for a word: records are here that were not known to him. */
  sift(records: Records): void {
    const meanwhile = this.#held?.why.because === 'stale' ? this.#held.why.changed.decisions : []
    let shown = records
    const isGood = (entry: Entry): boolean => {
      const now = seenBy(entry.request, shown)
      if (!isOvertaken(entry.request, entry.seen, now)) {
        shown = withPending(shown, [entry.request])
        return true
      }
      const by: Decision | null = lastOn(entry.seen.record?.id, meanwhile)
      this.#waiting = [...this.#waiting, { entry, why: { ...entry, because: 'overtaken', now, by } }]
      return false
    }
    this.#keepHeld(entries => entries.filter(isGood))
    this.#queue = this.#queue.filter(isGood)
  }

  #keepHeld(of: (entries: readonly Entry[]) => readonly Entry[]): void {
    if (this.#held === null) return
    const entries = of(this.#held.entries)
    this.#held = entries.length === 0 ? null : { ...this.#held, entries }
  }

  #takeWaiting(key: number): readonly WaitingEntry[] {
    const taken = this.#waiting.filter(({ entry }) => entry.key === key)
    this.#waiting = this.#waiting.filter(({ entry }) => entry.key !== key)
    return taken
  }
}
