import type { Decision } from '../../contract/index.ts'
import type { WholeHistory } from './calls.ts'
import type { Entry, TakeRefusal } from './outbox.ts'

/** What became of taking back what was decided last. */
export type Undone =
  /** The record or flag that it was about; null where that is not known. */
  | { readonly is: 'undone'; readonly about: string | null }
  | { readonly is: 'nothing-to-undo' }
  /** It could not be stored, and the reviewer has dropped it. */
  | { readonly is: 'given-up' }

/** The decisions that were made at a desk and stand, to be taken back from the last. */
export class MyDecisions {
  readonly #history: () => Promise<WholeHistory>
  #mine: readonly { readonly id: string; readonly about: string | null }[] = []

  /** @param history all decisions on the document */
  constructor(history: () => Promise<WholeHistory>) {
    this.#history = history
  }

  /** @param entries what was asked for, one for each */
  add(made: readonly Decision[], entries: readonly Pick<Entry, 'request' | 'seen'>[]): void {
    for (const [i, { id }] of made.entries()) {
      const { request, seen } = entries[i] ?? {}
      if (request === undefined || seen === undefined) continue
      // Taking back an undo is asked for in the history.
      if (request.kind === 'undo') this.#mine = this.#mine.filter(mine => mine.id !== request.decision)
      else this.#mine = [...this.#mine, { id, about: aboutOf(seen) }]
    }
  }

  /** @param others decisions of whomever, among which there may be some that undo */
  forgetUndone(others: readonly Decision[]): void {
    const gone = new Set(others.flatMap(each => (each.kind === 'undo' ? [each.undoes] : [])))
    this.#mine = this.#mine.filter(({ id }) => !gone.has(id))
  }

  /**
   * Takes back the last; where none was made at this desk, the reviewer's last one of before.
   * @param undo asks for it. @returns whether that is stored
   * @throws ApiError where the decisions of before cannot be had
   */
  async takeBack(who: string, undo: (id: string, take?: TakeRefusal) => Promise<boolean>): Promise<Undone> {
    for (;;) {
      const mine = this.#mine.at(-1)
      if (mine === undefined) break
      this.#mine = this.#mine.slice(0, -1)
      let refused = false
      const take = () => {
        refused = true
        return true
      }
      if (await undo(mine.id, take)) return { is: 'undone', about: mine.about }
      if (!refused) return { is: 'given-up' }
      // Somebody else has taken it back already: the one before it is the last.
    }
    const last = await this.#lastOf(who)
    if (last === undefined) return { is: 'nothing-to-undo' }
    if (!(await undo(last.id))) return { is: 'given-up' }
    return { is: 'undone', about: 'anchor' in last ? (last.anchor?.record ?? null) : null }
  }

  async #lastOf(who: string): Promise<Decision | undefined> {
    const { decisions, undone } = await this.#history()
    const gone = new Set(undone)
    return decisions.findLast(each => each.who === who && each.kind !== 'undo' && !gone.has(each.id))
  }
}

/** The record or the flag that a decision is about. */
export const aboutOf = ({ record, flag }: Entry['seen']): string | null => record?.id ?? flag?.id ?? null
