import type { Decision, DecisionRequest, Records } from '../../contract/index.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import type { ReviewCalls, Sent } from './calls.ts'
import type { DeskState } from './desk-state.ts'
import { issuesByDecision } from './issues-by-decision.ts'
import { aboutOf, MyDecisions, type Undone } from './my-decisions.ts'
import { type Entry, Outbox, type TakeRefusal } from './outbox.ts'
import { Rest } from './rest.ts'
import { type Seen, seenBy } from './seen.ts'
import { shareRecords } from './share-records.ts'
import { withPending } from './with-pending.ts'

/** The most that a batch takes. */
const BATCH = 200

/** Milliseconds without a decision after which the records are asked for anew: while keys are pressed one after the other they are not. */
const REST = 300
/** So many decisions are stored at most before the records are asked for all the same. */
const MOST_STORED = 20

const requestsOf = (entries: readonly Entry[]): DecisionRequest[] => entries.map(({ request }) => request)

/** What it makes of the records is not shown before the server has told it. */
const isKnownThereOnly = ({ kind }: DecisionRequest): boolean => kind === 'undo' || kind === 'add'

/**
 * The desk at which a reviewer decides on one document: what is decided shows at once, is sent in order, and is never lost without a
 * word. One request is under way at a time, so that each is made on the version that the one before it gave.
 */
export class Desk {
  readonly #document: string
  readonly #calls: ReviewCalls
  readonly #tell: (state: DeskState) => void
  readonly #outbox = new Outbox()
  readonly #mine: MyDecisions
  #base: Records | null = null
  #shown: Records | null = null
  #version: string | null = null
  /** Stored, and not in `#base` yet. */
  #stored: DecisionRequest[] = []
  #sending: readonly Entry[] = []
  #failure: Failure | null = null
  #running: Promise<void> | null = null
  readonly #rest = new Rest(REST)
  #rested = false
  /** Somebody waits until all is done. */
  #hurries = 0
  #refresh = false
  /** The records could not be had: it is not tried again before something is asked for. */
  #stopped = false
  #closed = false

  /** @param tell told of every change */
  constructor(document: string, calls: ReviewCalls, tell: (state: DeskState) => void) {
    this.#document = document
    this.#calls = calls
    this.#tell = tell
    this.#mine = new MyDecisions(() => calls.history(document))
  }

  /** As they will be with all that was decided; null until they are known. */
  get records(): Records | null {
    return this.#shown
  }

  /** Nothing is told any more; what is under way is still sent. */
  close(): void {
    this.#closed = true
  }

  /** Asks for the records anew. @returns resolved when they are there */
  reload(): Promise<void> {
    this.#refresh = true
    return this.#run()
  }

  /**
   * @param take may take a refusal upon itself; else the decision waits for a word of the reviewer
   * @param seen what they were made on, where that is not what is shown now: what a form was opened on
   * @returns true once all are stored, however often they had to be sent; false once any is given up
   */
  async decide(who: string, decisions: readonly DecisionRequest[], take?: TakeRefusal, seen?: Seen): Promise<boolean> {
    const told = decisions.map(request =>
      this.#outbox.add({ who, request, seen: seen ?? seenBy(request, this.#shown), take }),
    )
    this.#goOn()
    return (await Promise.all(told)).every(stored => stored)
  }

  /** @returns whether all that was decided is stored, once nothing is under way */
  async idle(): Promise<boolean> {
    await this.#settled()
    return this.#unsaved === 0
  }

  /**
   * Takes back what was decided last: what was not sent is dropped; else the decision that this desk stored last; else the last
   * one of the reviewer that stands.
   * @throws ApiError where the decisions of before cannot be had
   */
  async undo(who: string): Promise<Undone> {
    // What is under way may come back.
    const unsent = this.#outbox.pop() ?? (await this.#settled().then(() => this.#outbox.pop()))
    if (unsent !== undefined) {
      this.#goOn()
      return { is: 'undone', about: aboutOf(unsent.seen), what: unsent }
    }
    return this.#mine.takeBack(who, (decision, take) => this.decide(who, [{ kind: 'undo', decision }], take))
  }

  /** Told of decisions that its reviewer has stored beside it, on the header: he takes them back like all others. */
  remember(made: readonly Decision[]): void {
    this.#mine.add(made)
  }

  /** Sends what is held once more. */
  async sendAgain(): Promise<void> {
    this.#outbox.release()
    await this.#goOn()
  }

  /** Gives up what is held. */
  async dropHeld(): Promise<void> {
    this.#outbox.dropHeld()
    this.#changed()
    await this.reload()
  }

  /** Sends a decision that waits, on what its reviewer has seen since. @param key which */
  async insist(key: number): Promise<void> {
    this.#outbox.insist(key)
    await this.#goOn()
  }

  /** Gives up a decision that waits. @param key which */
  async drop(key: number): Promise<void> {
    this.#outbox.drop(key)
    await this.#goOn()
  }

  /** Gives up all that is not stored and not under way. */
  giveUp(): void {
    this.#outbox.dropAll()
    this.#changed()
  }

  #goOn(): Promise<void> {
    this.#changed()
    return this.#run()
  }

  #run(): Promise<void> {
    this.#stopped = false
    this.#running ??= this.#work()
    this.#rest.end()
    return this.#running
  }

  /** When all that can be done is done, without a rest. */
  async #settled(): Promise<void> {
    this.#hurries += 1
    this.#rest.end()
    await this.#running
    this.#hurries -= 1
  }

  async #work(): Promise<void> {
    // Begins after it is known to be running.
    await Promise.resolve()
    try {
      for (let next = this.#next; next !== null; next = this.#next) await this.#do(next)
    } finally {
      // At once: what is decided from here on has to begin anew.
      this.#running = null
    }
  }

  async #do(next: 'load' | 'send' | 'rest'): Promise<void> {
    if (next === 'load') return this.#load()
    if (next === 'send') return this.#send()
    await this.#rest.take()
    this.#rested = true
  }

  get #next(): 'load' | 'send' | 'rest' | null {
    if (this.#stopped) return null
    // Decisions are made on a version.
    if (this.#refresh || this.#version === null) return 'load'
    if (this.#outbox.ready) return 'send'
    // What was stored is seen with what the checks say of it.
    if (this.#stored.length === 0) return null
    const waits = !this.#rested && this.#hurries === 0 && this.#stored.length < MOST_STORED
    return waits && !this.#stored.some(isKnownThereOnly) ? 'rest' : 'load'
  }

  async #load(): Promise<void> {
    this.#refresh = false
    const before = this.#base
    try {
      const base = await (before === null
        ? this.#calls.records(this.#document)
        : this.#calls.recordsUnless(this.#document, before.version))
      if (base !== null) {
        this.#base = shareRecords(before, base)
        this.#version = base.version
        this.#stored = []
        this.#outbox.sift(base)
      }
      if (base !== null || this.#failure !== null) {
        this.#failure = null
        this.#changed()
      }
    } catch (error) {
      this.#failure = toFailure(error)
      if (this.#outbox.ready) this.#outbox.hold({ because: 'failed', failure: this.#failure })
      this.#stopped = true
      this.#changed()
    }
  }

  async #send(): Promise<void> {
    this.#rested = false
    // What it rested on may have been refused, or dropped.
    if (this.#base !== null) this.#outbox.sift(withPending(this.#base, this.#stored))
    const entries = this.#outbox.next(BATCH)
    const [first] = entries
    if (first === undefined) return this.#changed()
    this.#sending = entries
    const sent = await this.#calls
      .decide(this.#document, this.#version ?? '', first.who, requestsOf(entries))
      .catch((error: unknown) => ({ is: 'failed' as const, failure: toFailure(error) }))
    this.#sending = []
    this.#hear(entries, sent)
    this.#changed()
  }

  #hear(entries: readonly Entry[], sent: Sent | { readonly is: 'failed'; readonly failure: Failure }): void {
    switch (sent.is) {
      case 'failed':
        this.#outbox.hold({ because: 'failed', failure: sent.failure }, entries)
        return
      case 'made':
        this.#version = sent.made.version
        this.#stored.push(...requestsOf(entries))
        this.#mine.add(
          sent.made.decisions,
          entries.map(({ seen }) => seen),
        )
        for (const { tell } of entries) tell(true)
        return
      case 'stale': {
        const { failure, changed } = sent
        this.#mine.forgetUndone(changed.decisions)
        this.#outbox.hold({ because: 'stale', failure, changed }, entries)
        this.#refresh = true
        return
      }
      case 'refused': {
        const { failure } = sent
        const byDecision = issuesByDecision(sent.issues, entries.length)
        if (byDecision.size === 0) {
          this.#outbox.hold({ because: 'failed', failure }, entries)
          return
        }
        // The others can be, without those that cannot.
        this.#outbox.putBack(entries.filter((_, i) => !byDecision.has(i)))
        for (const [i, entry] of entries.entries()) {
          const issues = byDecision.get(i)
          if (issues !== undefined) this.#outbox.refuse(entry, { failure, issues })
        }
      }
    }
  }

  get #unsaved(): number {
    return this.#sending.length + this.#outbox.count
  }

  #changed(): void {
    const { held, waiting, requests } = this.#outbox
    const pending = [...this.#stored, ...requestsOf(this.#sending), ...requests]
    this.#shown = this.#base === null ? null : withPending(this.#base, pending)
    if (this.#closed) return
    this.#tell({ records: this.#shown, unsaved: this.#unsaved, held, waiting, failure: this.#failure })
  }
}
