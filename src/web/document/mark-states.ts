import type { Flag } from '../../contract/index.ts'
import { markState, suspectsOf, worstState } from '../page/mark-state.ts'
import type { MarkState } from '../page/marked.ts'
import type { ShownRecord } from '../review/shown-record.ts'

/** Shows at the numbers of the drawn text what is to be seen of their records, without drawing it again. */
export class MarkStates {
  readonly #marks: readonly (readonly [mark: HTMLElement, ids: readonly string[]])[]
  readonly #shown = new Map<HTMLElement, string>()

  /** @param pane holds the text as `TextPane` draws it */
  constructor(pane: HTMLElement) {
    this.#marks = [...pane.querySelectorAll<HTMLElement>('[data-records]')].map(mark => [
      mark,
      mark.dataset.records?.split(' ') ?? [],
    ])
  }

  /**
   * @param open the flags that are open
   * @param nameOf says a state in words, for those who do not see its shape
   */
  show(records: readonly ShownRecord[], open: readonly Flag[], nameOf: (state: MarkState) => string): void {
    const suspects = suspectsOf(open)
    const states = new Map(
      records.map(record => [record.id, record.rejected ? 'rejected' : markState(record, suspects)] as const),
    )
    for (const [mark, ids] of this.#marks) {
      const state = worstState(ids.flatMap(id => states.get(id) ?? []))
      // Most are open: they are drawn so to begin with, and touched only when they have become so again.
      const name = state === 'open' ? '' : nameOf(state)
      if ((this.#shown.get(mark) ?? '') === name) continue
      this.#shown.set(mark, name)
      mark.dataset.state = state
      mark.title = name
    }
  }
}
