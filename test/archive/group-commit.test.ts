import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import type { Database } from '../../src/archive/database/database.ts'
import { groupCommit } from '../../src/archive/database/group-commit.ts'
import { newArchive, onBothDatabases } from '../support/archive.ts'

const insert = (id: string) => async (tx: Database) => {
  await tx
    .insertInto('texts')
    .values({ sha256: id, packed: Buffer.from(id) })
    .execute()
  return id
}

const stored = async ({ db }: Archive): Promise<string[]> =>
  (await db.selectFrom('texts').select('sha256').orderBy('sha256').execute()).map(row => row.sha256)

onBothDatabases('commits', database => {
  test('what is committed at once is all there, and each gets its own result', async () => {
    const archive = await newArchive(database)
    const commit = groupCommit(archive.db)
    const ids = Array.from({ length: 20 }, (_, i) => String(i + 10))
    expect(await Promise.all(ids.map(id => commit(insert(id))))).toEqual(ids)
    expect(await stored(archive)).toEqual(ids)
  })

  test('one that fails takes nothing with it but its own', async () => {
    const archive = await newArchive(database)
    const commit = groupCommit(archive.db)
    const outcomes = await Promise.allSettled([
      commit(insert('a')),
      commit(async tx => {
        await insert('half')(tx)
        throw new Error('a fault')
      }),
      commit(insert('a')),
      commit(insert('b')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(outcomes[1]).toMatchObject({ reason: { message: 'a fault' } })
    expect(await stored(archive)).toEqual(['a', 'b'])
    expect(await commit(insert('c'))).toBe('c')
  })
})

test('SQLite has one transaction for what comes while it waits for the disk', async () => {
  const archive = await newArchive('sqlite')
  const commit = groupCommit(archive.db)
  const seen = new Set<Database>()
  const work = async (tx: Database) => void seen.add(tx)
  await Promise.all([commit(work), commit(work), commit(work)])
  expect(seen.size).toBe(1)
})
