import type { Database } from '../archive/database/database.ts'
import { type NewItem, putItems } from './items.ts'

/** Writes items down some at a time: a transaction for each would cost as much as storing a small file. */
export interface ItemWriter {
  /** @returns whether it is time to `flush` */
  add(item: NewItem): boolean
  /** Writes down what was added; on failure it stays to be written. */
  flush(): Promise<void>
}

const MOST = 32
/** Milliseconds after which counts that people look at must not lag behind. */
const LAG = 250

export function itemWriter(db: Database, backfill: string): ItemWriter {
  let items: NewItem[] = []
  let since = performance.now()
  let writing: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    const batch = items
    items = []
    since = performance.now()
    try {
      // One statement must not write a row twice: of two items of one path the later one counts.
      await putItems(db, backfill, [...new Map(batch.map(item => [item.path, item])).values()])
    } catch (error) {
      items = [...batch, ...items]
      throw error
    }
  }

  return {
    add(item) {
      items.push(item)
      return items.length >= MOST || performance.now() - since >= LAG
    },
    async flush() {
      // One after the other: what failed before is written first.
      writing = writing.catch(() => {}).then(write)
      await writing
    },
  }
}
