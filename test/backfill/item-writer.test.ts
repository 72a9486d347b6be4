import { expect, test } from 'vitest'
import { itemWriter } from '../../src/backfill/item-writer.ts'
import { allItems, type NewItem } from '../../src/backfill/items.ts'
import { createBackfill } from '../../src/backfill/ledger.ts'
import { problem } from '../../src/problem.ts'
import { newArchive, onBothDatabases } from '../support/archive.ts'

const item = (ordinal: number): NewItem => ({
  ordinal,
  path: `${ordinal}.txt`,
  state: 'skipped',
  bytes: null,
  document: null,
  problem: null,
})

onBothDatabases('what became of files', database => {
  test('is written some at a time, and what could not be written comes with the next', async () => {
    const archive = await newArchive(database)
    const { id } = await createBackfill(archive.db, { kind: 'paths', names: ['.'], cwd: '/' }, new Date().toISOString())
    let away = true
    const db = new Proxy(archive.db, {
      get(target, name) {
        if (name === 'insertInto' && away) throw new Error('away')
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const rows = itemWriter(db, id)
    const due = Array.from({ length: 32 }, (_, i) => rows.add(item(i)))
    expect([due[0], due[31]]).toEqual([false, true])
    await expect(rows.flush()).rejects.toThrow('away')
    rows.add(item(32))
    away = false
    await rows.flush()
    await rows.flush()
    const found: number[] = []
    for await (const { ordinal } of allItems(archive.db, id)) found.push(ordinal)
    expect(found).toEqual(Array.from({ length: 33 }, (_, i) => i))
  })

  test('is one row for a path that comes twice', async () => {
    const archive = await newArchive(database)
    const { id } = await createBackfill(archive.db, { kind: 'paths', names: ['.'], cwd: '/' }, new Date().toISOString())
    const rows = itemWriter(archive.db, id)
    rows.add(item(0))
    rows.add({ ...item(1), path: '0.txt', state: 'refused', problem: problem('empty-file') })
    await rows.flush()
    const found: string[] = []
    for await (const { path, state } of allItems(archive.db, id)) found.push(`${path} ${state}`)
    expect(found).toEqual(['0.txt refused'])
  })
})
