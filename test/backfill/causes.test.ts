import { expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { countCauses } from '../../src/backfill/causes.ts'
import { putItems } from '../../src/backfill/items.ts'
import { createBackfill } from '../../src/backfill/ledger.ts'
import { SKIP_REASONS } from '../../src/backfill/sources/skip-reason.ts'
import { type Problem, problem } from '../../src/problem.ts'
import { newArchive, onBothDatabases, streamOf, taken } from '../support/archive.ts'

const NOW = '2026-01-02T03:04:05.678Z'

onBothDatabases('the causes for which files of a backfill are not read', database => {
  const begin = async () => {
    const archive = await newArchive(database)
    const { id } = await createBackfill(archive.db, { kind: 'paths', names: ['.'], cwd: '/' }, NOW)
    let ordinal = 0
    const put = (state: 'stored' | 'refused' | 'skipped', path: string, cause: Problem | null, document?: string) =>
      putItems(archive.db, id, [
        { ordinal: ordinal++, path, state, bytes: 1, document: document ?? null, problem: cause },
      ])
    return { archive, id, put }
  }
  const failed = async (archive: Archive, text: string, cause: Problem): Promise<string> => {
    const { document } = await archive.add(streamOf(text), `${text}.pdf`, 100)
    await archive.fail(await taken(archive), cause)
    return document.id
  }

  test('are counted by code, the commonest first, with some of the paths', async () => {
    const { archive, id, put } = await begin()
    for (const n of [1, 2, 3, 4])
      await put('stored', `${n}.pdf`, null, await failed(archive, `${n}`, problem('damaged-file', { detail: `${n}` })))
    await put('refused', 'rong.txt', problem('empty-file'))
    await put('refused', 'rong-2.txt', problem('empty-file'))
    await put('stored', 'tot.txt', null, (await archive.add(streamOf('tot'), 'tot.txt', 100)).document.id)
    expect(await countCauses(archive.db, id)).toEqual([
      {
        ...{ state: 'failed', files: 4, problem: expect.objectContaining({ code: 'damaged-file' }) },
        examples: expect.arrayContaining([expect.stringMatching(/^[1-4]\.pdf$/)]),
      },
      { state: 'refused', files: 2, problem: problem('empty-file'), examples: ['rong-2.txt'] },
    ])
  })

  test('of what is skipped are told apart by their reasons', async () => {
    const { archive, id, put } = await begin()
    const [first, second] = Object.values(SKIP_REASONS)
    if (first === undefined || second === undefined) throw new Error('there are reasons')
    await put('skipped', 'a', problem('no-document', first))
    await put('skipped', 'b', problem('no-document', second))
    await put('skipped', 'c', problem('no-document', second))
    const causes = await countCauses(archive.db, id)
    expect(causes.map(({ files, examples }) => [files, examples])).toEqual([
      [2, ['b']],
      [1, ['a']],
    ])
  })

  test('are none where all is read, and never those of another backfill', async () => {
    const { archive, put } = await begin()
    await put('refused', 'rong.txt', problem('empty-file'))
    const other = await createBackfill(archive.db, { kind: 'paths', names: ['.'], cwd: '/' }, NOW)
    expect(await countCauses(archive.db, other.id)).toEqual([])
  })
})
