import SQLite from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { keptStatements } from '../../src/archive/database/kept-statements.ts'

const database = () => {
  const sqlite = new SQLite(':memory:')
  onTestFinished(() => void sqlite.close())
  return { sqlite, prepare: vi.spyOn(sqlite, 'prepare'), kept: keptStatements(sqlite) }
}

test('a query is prepared once, and runs with the values of each time', () => {
  const { prepare, kept } = database()
  expect([1, 2].map(n => kept.prepare('select ? + 1 as n').all([n]))).toEqual([[{ n: 2 }], [{ n: 3 }]])
  expect(prepare).toHaveBeenCalledTimes(1)
})

test('a kept query sees a table that has changed its form meanwhile', () => {
  const { sqlite, kept } = database()
  sqlite.exec('create table t (a); insert into t values (1)')
  expect(kept.prepare('select * from t').all([])).toEqual([{ a: 1 }])
  sqlite.exec('alter table t add column b default 2')
  expect(kept.prepare('select * from t').all([])).toEqual([{ a: 1, b: 2 }])
})

test('a pragma takes effect each time', () => {
  const { sqlite, kept } = database()
  const levels = ['normal', 'full', 'normal'].map(level => {
    kept.prepare(`pragma synchronous = ${level}`).run([])
    return sqlite.pragma('synchronous', { simple: true })
  })
  expect(levels).toEqual([1, 2, 1])
})

test('however many forms queries have, a few hundred are kept', () => {
  const { prepare, kept } = database()
  for (let i = 0; i < 400; i++) kept.prepare(`select ${i}`)
  kept.prepare('select 399')
  expect(prepare).toHaveBeenCalledTimes(400)
  kept.prepare('select 0')
  expect(prepare).toHaveBeenCalledTimes(401)
})

test('a rollback ends a transaction that is there, and is no error where SQLite has ended it', () => {
  const { sqlite, kept } = database()
  sqlite.exec('create table t (a)')
  kept.prepare('begin').run([])
  kept.prepare('insert into t values (1)').run([])
  kept.prepare('rollback').run([])
  expect(kept.prepare('select * from t').all([])).toEqual([])
  kept.prepare('begin').run([])
  sqlite.pragma('max_page_count = 2')
  expect(() => kept.prepare('insert into t values (zeroblob(100000))').run([])).toThrow('full')
  expect(sqlite.inTransaction).toBe(false)
  kept.prepare('rollback').run([])
})
