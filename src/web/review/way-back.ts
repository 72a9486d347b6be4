import type { TabMemory } from '../tab-memory.ts'

const KEY = 'trichluc.way'
/** Documents that are remembered, at most. */
const MOST = 50

/** The documents that were reviewed in this tab before the one that is shown. */
export class WayBack {
  readonly #tab: TabMemory

  constructor(tab: TabMemory) {
    this.#tab = tab
  }

  /** The last of them last. */
  get documents(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(this.#tab.recall(KEY) ?? '[]')
      return Array.isArray(kept) ? kept.filter(each => typeof each === 'string') : []
    } catch {
      return []
    }
  }

  /** One goes on from a document: what is behind it is behind the next one, too. */
  goneOnFrom(document: string): void {
    this.#keep([...this.documents.filter(each => each !== document), document].slice(-MOST))
  }

  /** One is back at a document: it and what came after it are not behind any more. */
  backAt(document: string): void {
    const way = this.documents
    const at = way.indexOf(document)
    if (at !== -1) this.#keep(way.slice(0, at))
  }

  #keep(way: readonly string[]): void {
    this.#tab.remember(KEY, JSON.stringify(way))
  }
}
