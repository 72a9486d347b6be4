import type { Database } from '../archive/database/database.ts'
import { problem } from '../problem.ts'
import { anyBeginsWith, listedItems, type NewItem, putItems } from './items.ts'
import { SKIP_REASONS } from './sources/skip-reason.ts'

/** What was to be looked for again and was not met: a zip or folder that could be opened this time, or a file that has gone. */
export async function closeListed(db: Database, backfill: string): Promise<void> {
  for (const { ordinal, path } of await listedItems(db, backfill)) {
    const item = (await anyBeginsWith(db, backfill, insideOf(path))) ? opened(path) : gone(path)
    await putItems(db, backfill, [{ ...item, ordinal }])
  }
}

/** How the paths of what it holds begin: see `walkFolder` and `listZip`. */
const insideOf = (path: string): string => (path === './' ? '' : path.endsWith('/') ? path : `${path}!/`)

const NOTHING = { bytes: null, document: null } as const

const opened = (path: string): Omit<NewItem, 'ordinal'> => ({
  path,
  state: 'skipped',
  problem: problem('no-document', SKIP_REASONS['opened-since']),
  ...NOTHING,
})

const gone = (path: string): Omit<NewItem, 'ordinal'> => ({
  path,
  state: 'refused',
  problem: problem('unreadable-path', { path, vi: 'không còn tệp này', en: 'the file is not there any more' }),
  ...NOTHING,
})
