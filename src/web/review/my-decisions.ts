import type { Decision } from '../../contract/index.ts'
import type { WholeHistory } from './calls.ts'
import type { Unstored } from './desk-state.ts'
import type { TakeRefusal } from './outbox.ts'
import type { Seen } from './seen.ts'

/** What became of taking back what was decided last. */
export type Undone =
  | {
      readonly is: 'undone'
      /** The record or flag that it was about; null where that is not known. */
      readonly about: string | null
      /** As it was stored, or as it was asked for and not sent. */
      readonly what: Decision | Pick<Unstored, 'request' | 'seen'>
    }
  | { readonly is: 'nothing-to-undo' }
  /** It could not be stored, and the reviewer has dropped it. */
  | { readonly is: 'given-up' }

interface Mine {
  readonly decision: Decision
  readonly about: string | null
}

/** The decisions that were made at a desk and stand, to be taken back from the last. */
export class MyDecisions {
  readonly #history: () => Promise<WholeHistory>
  #mine: readonly Mine[] = []
  /** Those that are being taken back: they stand until that is stored, and are no one's last meanwhile. */
  readonly #going = new Set<string>()
  #choosing: Promise<unknown> = Promise.resolve()

  /** @param history all decisions on the document */
  constructor(history: () => Promise<WholeHistory>) {
    this.#history = history
  }

  /** @param seen what each was made on, where that is known */
  add(made: readonly Decision[], seen: readonly Seen[] = []): void {
    for (const [i, decision] of made.entries()) {
      const on = seen[i]
      // Taking back an undo is asked for in the history.
      if (decision.kind === 'undo') this.#forget(new Set([decision.undoes]))
      else this.#mine = [...this.#mine, { decision, about: on === undefined ? recordOf(decision) : aboutOf(on) }]
    }
  }

  /** @param others decisions of whomever, among which there may be some that undo */
  forgetUndone(others: readonly Decision[]): void {
    this.#forget(new Set(others.flatMap(each => (each.kind === 'undo' ? [each.undoes] : []))))
  }

  /**
   * Takes back the last; where none was made at this desk, the reviewer's last one of before.
   * @param undo asks for it. @returns whether that is stored
   * @throws ApiError where the decisions of before cannot be had
   */
  async takeBack(who: string, undo: (id: string, take: TakeRefusal) => Promise<boolean>): Promise<Undone> {
    const tried: string[] = []
    try {
      for (;;) {
        const last = await this.#choose(who)
        if (last === undefined) return { is: 'nothing-to-undo' }
        const { decision, about } = last
        tried.push(decision.id)
        let refused = false
        const take = () => {
          refused = true
          return true
        }
        if (await undo(decision.id, take)) return { is: 'undone', about, what: decision }
        if (!refused) return { is: 'given-up' }
        // Somebody else has taken it back already: the one before it is the last.
        this.#forget(new Set([decision.id]))
      }
    } finally {
      for (const id of tried) this.#going.delete(id)
    }
  }

  /** One after the other, so that each takes another one than those before it. */
  #choose(who: string): Promise<Mine | undefined> {
    const chosen = this.#choosing.then(async () => {
      const last = this.#mine.findLast(({ decision }) => !this.#going.has(decision.id)) ?? (await this.#lastOf(who))
      if (last !== undefined) this.#going.add(last.decision.id)
      return last
    })
    this.#choosing = chosen.catch(() => undefined)
    return chosen
  }

  async #lastOf(who: string): Promise<Mine | undefined> {
    // What goes now may stand in what the server says, and be gone when that is here.
    const going = [...this.#going]
    const { decisions, undone } = await this.#history()
    const gone = new Set([...going, ...undone])
    const last = decisions.findLast(each => each.who === who && each.kind !== 'undo' && !gone.has(each.id))
    return last === undefined ? undefined : { decision: last, about: recordOf(last) }
  }

  #forget(gone: ReadonlySet<string>): void {
    this.#mine = this.#mine.filter(({ decision }) => !gone.has(decision.id))
  }
}

/** The record or the flag that a decision is about. */
export const aboutOf = ({ record, flag }: Seen): string | null => record?.id ?? flag?.id ?? null

const recordOf = (decision: Decision): string | null =>
  'anchor' in decision ? (decision.anchor?.record ?? null) : null
