import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { decodeCursor } from '../../src/archive/cursor.ts'
import type { Filter } from '../../src/archive/list.ts'
import type { DocumentHeader } from '../../src/contract/index.ts'
import { newArchive, onBothDatabases, taken } from '../support/archive.ts'
import { extractionOf, flag } from '../support/extraction.ts'

const add = async (archive: Archive, name: string, header?: Partial<DocumentHeader>, flagged = false) => {
  const bytes = Buffer.from(name)
  const { document } = await archive.add(Readable.from([bytes]), name, 1000)
  if (header !== undefined) {
    await archive.finish(await taken(archive), extractionOf(bytes, name, { header, flags: flagged ? [flag()] : [] }))
  }
  return document.id
}

const names = async (archive: Archive, filter: Filter) =>
  (await archive.list(filter, null, 100)).documents.map(document => document.name)

onBothDatabases('the list', database => {
  const open = (clock: () => Date = () => new Date()) => newArchive(database, { clock })

  test('all pages together are the whole list in order, each document once, while others are added', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 30, maxLength: 30 }),
        async (count, limit, steps) => {
          let time = 0
          const archive = await open(() => new Date(time))
          try {
            for (let i = 0; i < count; i++) {
              time += steps[i] ?? 0
              await add(archive, `first-${i}`)
            }
            const before = (await archive.list({}, null, 1000)).documents.map(document => document.id)
            time += 1
            const seen: string[] = []
            let cursor: string | null = null
            do {
              const page = await archive.list({}, cursor === null ? null : decodeCursor(cursor), limit)
              expect(page.documents.length).toBeLessThanOrEqual(limit)
              seen.push(...page.documents.map(document => document.id))
              cursor = page.next
              await add(archive, `later-${seen.length}-${cursor}`)
            } while (cursor !== null)
            expect(seen).toEqual(before)
          } finally {
            await archive.close()
          }
        },
      ),
      { numRuns: 8 },
    )
  })

  test('the newest document stands first, and the total counts all pages', async () => {
    let time = 0
    const archive = await open(() => new Date(time++))
    for (const name of ['a', 'b', 'c']) await add(archive, name)
    const page = await archive.list({}, null, 2)
    expect(page.documents.map(document => document.name)).toEqual(['c', 'b'])
    expect(page.total).toBe(3)
  })

  test('a search finds words in name, number, title and issuer, whatever their marks and case', async () => {
    const archive = await open()
    await add(archive, 'kế-hoạch.txt', {
      number: '155/KH-UBND',
      title: 'Phát triển kinh tế tập thể',
      issuer: { name: 'Ủy ban nhân dân tỉnh Điện Biên', level: 'province' },
    })
    await add(archive, 'other.txt', { title: '100% chỉ_tiêu' })
    for (const q of ['ke-hoach', '155/kh', 'PHAT TRIEN', 'thể  tập', 'dien bien', 'Điện', '155 bien']) {
      expect([q, await names(archive, { q })]).toEqual([q, ['kế-hoạch.txt']])
    }
    expect(await names(archive, { q: '0% chi_t' })).toEqual(['other.txt'])
    expect(await names(archive, { q: '%' })).toEqual(['other.txt'])
    expect(await names(archive, { q: 'chi\\_' })).toEqual([])
    expect(await names(archive, { q: 'phat nothing' })).toEqual([])
  })

  test('filters hold together', async () => {
    const archive = await open()
    const langSon = { code: '20', name: 'Lạng Sơn', level: 'province' } as const
    await add(archive, 'a', { area: langSon, plans: '2020', kind: 'plan' }, true)
    await add(archive, 'b', { area: langSon, reports: '2019-01/2019-09', issued: '2020-01', kind: 'report' })
    await add(archive, 'c', { area: { code: null, name: 'Tam Đường', level: 'district' }, issued: '2020-05-01' })
    const issuer = { name: 'Ủy ban nhân dân huyện Tam Đường', level: 'district' } as const
    await add(archive, 'e', { issuer, kind: 'decision' })
    await add(archive, 'd')
    const found = async (filter: Filter) => (await names(archive, filter)).sort()
    expect(await found({ area: '20' })).toEqual(['a', 'b'])
    expect(await found({ area: 'Tam Đường' })).toEqual(['c'])
    expect(await found({ year: 2020 })).toEqual(['a', 'c'])
    expect(await found({ year: 2019 })).toEqual(['b'])
    expect(await found({ kind: 'report' })).toEqual(['b'])
    expect(await found({ flagged: true })).toEqual(['a'])
    expect(await found({ issuer: issuer.name })).toEqual(['e'])
    expect(await found({ issuer: 'Ủy ban nhân dân' })).toEqual([])
    expect(await found({ flagged: false })).toEqual(['b', 'c', 'e'])
    expect(await found({ state: 'received' })).toEqual(['d'])
    expect(await found({ area: '20', year: 2019, flagged: true })).toEqual([])
    expect(await archive.facets()).toEqual({
      documents: 5,
      states: [
        { state: 'done', documents: 4 },
        { state: 'received', documents: 1 },
      ],
      areas: [
        { ...langSon, documents: 2 },
        { code: null, name: 'Tam Đường', level: 'district', documents: 1 },
      ],
      years: [
        { year: 2020, documents: 2 },
        { year: 2019, documents: 1 },
      ],
      kinds: [
        { kind: 'decision', documents: 1 },
        { kind: 'plan', documents: 2 },
        { kind: 'report', documents: 1 },
      ],
      issuers: [{ issuer: issuer.name, documents: 1 }],
      reviews: [],
    })
  })
})

test('a text that is no cursor is no place', () => {
  for (const text of ['', 'x', 'ééé', Buffer.from('2026 1').toString('base64url')])
    expect(decodeCursor(text)).toBeNull()
})
