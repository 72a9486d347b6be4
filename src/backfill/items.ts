import { type SqlBool, sql } from 'kysely'
import type { Database } from '../archive/database/database.ts'
import type { BackfillItemState, DocumentState } from '../archive/database/tables.ts'
import { storageFailed } from '../archive/storage-failed.ts'
import type { Problem } from '../problem.ts'
import type { ItemState } from './item-states.ts'

/** What a walk through the sources writes down of one path. */
export interface NewItem {
  readonly ordinal: number
  readonly path: string
  readonly state: BackfillItemState
  readonly bytes: number | null
  readonly document: string | null
  readonly problem: Problem | null
}

/** One file of a backfill, with what its document tells. */
export interface Item {
  /** From 0, in the order in which files were found. */
  readonly ordinal: number
  readonly path: string
  readonly state: ItemState
  /** Of a file that is stored: whether the archive knew its content before. */
  readonly outcome: 'stored' | 'known' | null
  readonly bytes: number | null
  readonly document: string | null
  readonly pages: number | null
  readonly observations: number | null
  readonly flags: number | null
  /** Why it is refused, skipped or failed. */
  readonly problem: Problem | null
}

export async function itemState(db: Database, backfill: string, path: string): Promise<BackfillItemState | null> {
  const row = await db
    .selectFrom('backfill_items')
    .select('state')
    .where('backfill', '=', backfill)
    .where('path', '=', path)
    .executeTakeFirst()
    .catch(storageFailed)
  return row?.state ?? null
}

/** The ordinal of the next item; 0 where there is none yet. */
export async function nextOrdinal(db: Database, backfill: string): Promise<number> {
  const row = await db
    .selectFrom('backfill_items')
    .select('ordinal')
    .where('backfill', '=', backfill)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
    .catch(storageFailed)
  return row === undefined ? 0 : row.ordinal + 1
}

/** Writes items down; one whose path has a row already keeps its place. They are on the disk when this returns. */
export async function putItems(db: Database, backfill: string, items: readonly NewItem[]): Promise<void> {
  if (items.length === 0) return
  await db
    .insertInto('backfill_items')
    .values(
      items.map(item => ({
        ...item,
        backfill,
        problem: item.problem === null ? null : JSON.stringify(item.problem),
      })),
    )
    .onConflict(oc =>
      oc.columns(['backfill', 'path']).doUpdateSet(eb => ({
        state: eb.ref('excluded.state'),
        bytes: eb.ref('excluded.bytes'),
        document: eb.ref('excluded.document'),
        problem: eb.ref('excluded.problem'),
      })),
    )
    .execute()
    .catch(storageFailed)
}

/** What is still to be stored. */
export async function listedItems(
  db: Database,
  backfill: string,
): Promise<{ readonly ordinal: number; readonly path: string }[]> {
  return await db
    .selectFrom('backfill_items')
    .select(['ordinal', 'path'])
    .where('backfill', '=', backfill)
    .where('state', '=', 'listed')
    .orderBy('ordinal')
    .execute()
    .catch(storageFailed)
}

/** Whether some path of a backfill begins so. */
export async function anyBeginsWith(db: Database, backfill: string, beginning: string): Promise<boolean> {
  // Both databases count characters, not UTF-16 units.
  const length = Array.from(beginning).length
  const row = await db
    .selectFrom('backfill_items')
    .select('path')
    .where('backfill', '=', backfill)
    .where('path', '!=', beginning)
    .where(sql<SqlBool>`substr(path, 1, ${length}) = ${beginning}`)
    .limit(1)
    .executeTakeFirst()
    .catch(storageFailed)
  return row !== undefined
}

const IN_ARCHIVE = ['stored', 'known'] as const satisfies readonly BackfillItemState[]
const OF_DOCUMENTS: ReadonlySet<string> = new Set<DocumentState>(['received', 'reading', 'done', 'partial', 'failed'])

export interface ItemPage {
  readonly items: readonly Item[]
  /** The ordinal to go on after; null on the last page. */
  readonly next: number | null
}

/**
 * Items in the order in which they were found.
 * @param after the ordinal of the last one seen; -1 for the first page
 */
export async function listItems(
  db: Database,
  backfill: string,
  { states, after, limit }: { readonly states?: readonly ItemState[] | undefined; after: number; limit: number },
): Promise<ItemPage> {
  const rows = await db
    .selectFrom('backfill_items as item')
    .leftJoin('documents', 'documents.id', 'item.document')
    .where('item.backfill', '=', backfill)
    .where('item.ordinal', '>', after)
    .$if(states !== undefined, query =>
      query.where(eb => {
        const ofDocuments = (states ?? []).filter(state => OF_DOCUMENTS.has(state)) as DocumentState[]
        const own = (states ?? []).filter(state => !OF_DOCUMENTS.has(state)) as BackfillItemState[]
        return eb.or([
          ...(own.length > 0 ? [eb('item.state', 'in', own)] : []),
          ...(ofDocuments.length > 0
            ? [eb.and([eb('item.state', 'in', IN_ARCHIVE), eb('documents.state', 'in', ofDocuments)])]
            : []),
        ])
      }),
    )
    .orderBy('item.ordinal')
    .limit(limit + 1)
    .select([
      'item.ordinal',
      'item.path',
      'item.state as own',
      'item.bytes',
      'item.document',
      'item.problem as refused',
      'documents.state as read',
      'documents.pages',
      'documents.observations',
      'documents.flag_errors',
      'documents.flag_warnings',
      'documents.flag_notes',
      'documents.problem as failed',
    ])
    .execute()
    .catch(storageFailed)
  const items = rows.slice(0, limit).map((row): Item => {
    const outcome = row.own === 'stored' || row.own === 'known' ? row.own : null
    const problem = row.refused ?? row.failed
    return {
      ordinal: row.ordinal,
      path: row.path,
      state: outcome === null ? (row.own as ItemState) : (row.read ?? 'received'),
      outcome,
      bytes: row.bytes === null ? null : Number(row.bytes),
      document: row.document,
      pages: row.pages,
      observations: row.observations,
      flags: row.flag_errors === null ? null : row.flag_errors + (row.flag_warnings ?? 0) + (row.flag_notes ?? 0),
      problem: problem === null ? null : (JSON.parse(problem) as Problem),
    }
  })
  return { items, next: rows.length > limit ? (items.at(-1)?.ordinal ?? null) : null }
}

/** All items, a page at a time. */
export async function* allItems(
  db: Database,
  backfill: string,
  states?: readonly ItemState[],
): AsyncGenerator<Item, void, undefined> {
  for (let after: number | null = -1; after !== null; ) {
    const page: ItemPage = await listItems(db, backfill, { states, after, limit: 500 })
    yield* page.items
    after = page.next
  }
}
