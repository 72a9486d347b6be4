import { expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import type { ReextractionScope } from '../../src/archive/database/tables.ts'
import { appendDecisions, findReviewable } from '../../src/archive/decisions.ts'
import { MAX_DEATHS } from '../../src/archive/reading-states.ts'
import { keepRuleSet } from '../../src/archive/reextractions/rule-sets.ts'
import { verify } from '../../src/archive/verify/verify.ts'
import type { Extraction, Reextraction } from '../../src/contract/index.ts'
import { problem } from '../../src/problem.ts'
import { planRun } from '../../src/reextract/plan.ts'
import { beginRun, carryOnRuns, carryOut, type RunOptions } from '../../src/reextract/run.ts'
import type { Target } from '../../src/reextract/target.ts'
import type { FileMeanings } from '../../src/rules/rule-set-files.ts'
import { archivePlace, onBothDatabases, streamOf, taken } from '../support/archive.ts'
import { confirmation } from '../support/decision.ts'
import { extractionOf, observation } from '../support/extraction.ts'

const MIB = 1024 * 1024
const NOW = '2026-01-02T03:04:05.678Z'

const BEFORE: FileMeanings = { 'checks/counts.yaml': 'a', 'forms/words.yaml': 'a', 'indicators/people.yaml': 'a' }

const target = (changed: FileMeanings, judge?: Target['judge']): Target => ({
  engine: '0.0.1',
  rules: 'r2',
  meanings: { ...BEFORE, ...changed },
  judge: judge ?? (async extraction => ({ ...extraction, engine: { version: '0.0.1', rules: 'r2' } })),
})

const READ_ANEW = target({ 'indicators/people.yaml': 'b' })

const read = (text: string, value: number, rules: string, parts: Partial<Extraction> = {}): Extraction =>
  extractionOf(Buffer.from(text), 'kh.txt', {
    observations: [observation(text, /\d+/.exec(text)?.[0] ?? '', { id: `o${text.search(/\d/)}`, value })],
    engine: { version: '0.0.1', rules },
    ...parts,
  })

/** An archive with documents that were read by the rules `r1`, each with one number. */
const filled = async (archive: Archive, texts: readonly string[]): Promise<string[]> => {
  await keepRuleSet(archive.db, 'r1', () => BEFORE)
  const ids: string[] = []
  for (const text of texts) {
    await archive.add(streamOf(text), `${text}.txt`, MIB)
    const claimed = await taken(archive)
    await archive.finish(claimed, read(text, 1, 'r1'))
    ids.push(claimed.document.id)
  }
  return ids
}

/** Reads whatever waits by the rules `r2`; `refused` cannot be read. */
const readAll = async (archive: Archive, refused: readonly string[] = [], most = Number.POSITIVE_INFINITY) => {
  for (let done = 0; done < most; done++) {
    const claimed = await archive.takeNext()
    if (claimed === null) return
    const text = Buffer.from(await archive.original(claimed.document)).toString()
    if (refused.includes(text)) await archive.fail(claimed, problem('no-text'))
    else await archive.finish(claimed, read(text, 2, 'r2'))
  }
}

const optionsFor = (archive: Archive, to: Target, wake: () => void = () => {}): RunOptions => ({
  db: archive.db,
  target: to,
  now: () => NOW,
  wake,
  signal: new AbortController().signal,
})

const run = async (options: RunOptions, scope: ReextractionScope = 'all'): Promise<Reextraction> =>
  carryOut(options, await beginRun(options, scope))

const extractions = async (archive: Archive) =>
  Number(
    (
      await archive.db
        .selectFrom('extractions')
        .select(eb => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

onBothDatabases('reading documents anew', database => {
  const open = async () => (await archivePlace(database)).open()

  it('reads all that other rules have read, keeps the old extractions, and reports what came of it', async () => {
    const archive = await open()
    const ids = await filled(archive, ['có 1 xã', 'có 2 xã'])
    const over = await run(optionsFor(archive, READ_ANEW, () => void readAll(archive)))
    expect(over).toMatchObject({
      state: 'done',
      scope: 'all',
      engine: { version: '0.0.1', rules: 'r2' },
      documents: { untouched: 0, waiting: 0, read: 2, judged: 0, failed: 0 },
      failures: [],
      impact: {
        documents: { compared: 2, touched: 2 },
        observations: { gained: 0, lost: 0, changed: 2 },
        attributes: [{ attribute: 'value', changed: 2, documents: 2 }],
      },
    })
    for (const id of ids) expect((await archive.extraction(id))?.observations[0]?.value).toBe(2)
    expect(await extractions(archive)).toBe(4)
  })

  it('reads behind everything that waits already', async () => {
    const archive = await open()
    await filled(archive, ['có 1 xã'])
    const running = run(optionsFor(archive, READ_ANEW))
    await expect.poll(async () => (await archive.queue()).waiting).toBe(1)
    await archive.add(streamOf('mới: 7 xã'), 'moi.txt', MIB)
    expect((await taken(archive)).document.name).toBe('moi.txt')
    await readAll(archive)
    expect((await running).documents.read).toBe(1)
  })

  it('shows what was read before until a document is read anew', async () => {
    const archive = await open()
    const [id = ''] = await filled(archive, ['có 1 xã'])
    const running = run(optionsFor(archive, READ_ANEW))
    const claimed = await (async () => {
      await expect.poll(async () => (await archive.queue()).waiting).toBe(1)
      return await taken(archive)
    })()
    expect((await archive.find(id))?.state).toBe('done')
    expect((await archive.extraction(id))?.observations[0]?.value).toBe(1)
    await archive.finish(claimed, read('có 1 xã', 2, 'r2'))
    await running
  })

  it('names documents that cannot be read anew, which keep their state and extraction', async () => {
    const archive = await open()
    const [id = ''] = await filled(archive, ['có 1 xã', 'có 2 xã'])
    const over = await run(optionsFor(archive, READ_ANEW, () => void readAll(archive, ['có 1 xã'])))
    expect(over.documents).toMatchObject({ read: 1, failed: 1 })
    expect(over.failures).toMatchObject([{ document: id, name: 'có 1 xã.txt', code: 'no-text' }])
    expect(over.failures[0]?.cure.vi).not.toBe('')
    expect(await archive.find(id)).toMatchObject({ state: 'done', engine: { rules: 'r1' }, problem: null })
    expect((await archive.extraction(id))?.observations[0]?.value).toBe(1)
  })

  it('names a document that ends its readers again and again, which keeps its extraction', async () => {
    const archive = await open()
    const [id = ''] = await filled(archive, ['có 1 xã'])
    const options = optionsFor(archive, READ_ANEW)
    const running = run(options)
    await expect.poll(async () => (await archive.queue()).waiting).toBe(1)
    for (let death = 1; death <= MAX_DEATHS; death++) {
      await taken(archive)
      await archive.db.updateTable('documents').set({ reader: 'a dead one' }).where('queued', '=', 'taken').execute()
      await archive.attend()
    }
    const over = await running
    expect(over.failures).toMatchObject([{ document: id, code: 'reading-stopped' }])
    expect(await archive.find(id)).toMatchObject({ state: 'done', engine: { rules: 'r1' } })
  })

  it('goes on with a run that was cut off, and reads nothing twice', async () => {
    const archive = await open()
    await filled(archive, ['có 1 xã', 'có 2 xã', 'có 3 xã'])
    const stop = new AbortController()
    const cut = { ...optionsFor(archive, READ_ANEW), signal: stop.signal }
    const first = await beginRun(cut, 'all')
    const running = carryOut({ ...cut, onProgress: () => stop.abort() }, first)
    await expect(running).rejects.toThrow()
    await readAll(archive, [], 2)
    const again = await beginRun(cut, 'all')
    expect(again.id).toBe(first.id)
    let read = 0
    const counted = async () => {
      for (; (await archive.queue()).waiting > 0; read++) await readAll(archive, [], 1)
    }
    const over = await carryOut(
      optionsFor(archive, READ_ANEW, () => void counted()),
      again,
    )
    expect(over.documents).toMatchObject({ read: 3, waiting: 0 })
    expect(over.impact?.documents).toEqual({ compared: 3, touched: 3 })
    expect(read).toBe(1)
  })

  it('lists anew what it had begun to list before the process was killed', async () => {
    const archive = await open()
    const ids = await filled(archive, ['có 1 xã', 'có 2 xã'])
    const options = optionsFor(archive, READ_ANEW, () => void readAll(archive))
    const begun = await beginRun(options, 'all')
    const [first] = ids.sort()
    const before = await archive.db
      .selectFrom('documents')
      .select('extraction')
      .where('id', '=', first ?? '')
      .executeTakeFirstOrThrow()
    await archive.db
      .insertInto('reextraction_items')
      .values({ reextraction: begun.id, document: first ?? '', state: 'waiting', before: before.extraction ?? '' })
      .execute()
    await archive.db
      .updateTable('documents')
      .set({ queued: 'waiting', priority: 2 })
      .where('id', '=', first ?? '')
      .execute()
    expect((await run(options)).documents).toMatchObject({ read: 2, waiting: 0 })
  })

  it('settles a run of older rules by what newer ones read', async () => {
    const archive = await open()
    await filled(archive, ['có 1 xã'])
    const older = await beginRun(optionsFor(archive, { ...READ_ANEW, rules: 'r1b' }), 'all')
    const options = optionsFor(archive, READ_ANEW, () => void readAll(archive))
    await run(options)
    await carryOnRuns(options)
    const row = await archive.db.selectFrom('reextractions').selectAll().where('id', '=', older.id).executeTakeFirst()
    expect(row?.listed).toBe(NOW)
    expect(row?.impact).not.toBeNull()
  })

  it('leaves alone what a change of forms cannot affect', async () => {
    const archive = await open()
    await filled(archive, ['có 1 xã'])
    const over = await run(optionsFor(archive, target({ 'forms/words.yaml': 'b' })), 'changed')
    expect(over.documents).toEqual({ untouched: 1, waiting: 0, read: 0, judged: 0, failed: 0 })
    expect(over.impact?.documents).toEqual({ compared: 0, touched: 0 })
    expect(await extractions(archive)).toBe(1)
  })

  it('judges anew without reading where only a check changed, and keeps the extraction of before', async () => {
    const archive = await open()
    const [id = ''] = await filled(archive, ['có 1 xã'])
    const judge: Target['judge'] = async extraction => ({
      ...extraction,
      observations: extraction.observations.map(o => ({ ...o, support: 5 })),
      engine: { version: '0.0.1', rules: 'r2' },
    })
    const over = await run(optionsFor(archive, target({ 'checks/counts.yaml': 'b' }, judge)), 'changed')
    expect(over.documents).toEqual({ untouched: 0, waiting: 0, read: 0, judged: 1, failed: 0 })
    expect(over.impact?.observations).toMatchObject({ changed: 0, grounds: 1 })
    expect((await archive.extraction(id))?.observations[0]?.support).toBe(5)
    expect(await archive.find(id)).toMatchObject({ state: 'done', engine: { rules: 'r2' } })
    expect(await extractions(archive)).toBe(2)
  })

  it('reads what cannot be judged', async () => {
    const archive = await open()
    await filled(archive, ['có 1 xã'])
    const judge = () => Promise.reject(new Error('a fault'))
    const options = optionsFor(archive, target({ 'checks/counts.yaml': 'b' }, judge), () => void readAll(archive))
    expect((await run(options, 'changed')).documents).toMatchObject({ read: 1, judged: 0 })
  })

  it('reads what could be judged, where this process must not be held up', async () => {
    const archive = await open()
    await filled(archive, ['có 1 xã'])
    const to = { ...target({ 'checks/counts.yaml': 'b' }), judge: null }
    const over = await run(
      optionsFor(archive, to, () => void readAll(archive)),
      'changed',
    )
    expect(over.documents).toMatchObject({ read: 1, judged: 0 })
  })

  it('reads all that was ever read, where that is asked for; what comes out as before is stored once', async () => {
    const archive = await open()
    await filled(archive, ['có 1 xã'])
    const options = optionsFor(archive, READ_ANEW, () => void readAll(archive))
    await run(options)
    expect((await run(options)).documents).toMatchObject({ read: 0 })
    expect(await run(options, 'everything')).toMatchObject({
      documents: { read: 1 },
      impact: { documents: { compared: 1, touched: 0 }, observations: { before: 1, after: 1, changed: 0 } },
    })
    expect(await extractions(archive)).toBe(2)
  })

  it('keeps and reports what the same rules read otherwise, as after a new Tesseract, with the decisions on it', async () => {
    const archive = await open()
    const [id = '', same = ''] = await filled(archive, ['có 1 xã', 'có 2 xã'])
    const found = (await findReviewable(archive.db, id)) ?? expect.fail('it was read')
    const decision = confirmation(id, 1, found.text)
    expect(await appendDecisions(archive.db, id, found, found.text, [decision])).toEqual({ is: 'stored' })
    const byOtherTools = async () => {
      for (const claimed of [await taken(archive), await taken(archive)])
        await archive.finish(
          claimed,
          claimed.document.id === same ? read('có 2 xã', 1, 'r1') : read('có 1 xã', 3, 'r1'),
        )
    }
    const options = optionsFor(archive, { ...READ_ANEW, rules: 'r1', meanings: BEFORE }, () => void byOtherTools())
    expect(await run(options, 'everything')).toMatchObject({
      documents: { read: 2, failed: 0 },
      impact: {
        documents: { compared: 2, touched: 1 },
        observations: { gained: 0, lost: 0, changed: 1 },
        most: [{ id }],
      },
    })
    expect(await extractions(archive)).toBe(3)
    const after = await findReviewable(archive.db, id)
    expect([after?.result.observations[0]?.value, after?.decisions]).toEqual([3, [decision]])
    expect((await verify(archive)).findings).toEqual([])
  })

  it('reads what was read by rules that nobody knows any more', async () => {
    const archive = await open()
    await filled(archive, ['có 1 xã'])
    await archive.db.deleteFrom('rule_sets').execute()
    const options = optionsFor(archive, target({ 'forms/words.yaml': 'b' }), () => void readAll(archive))
    expect((await run(options, 'changed')).documents).toMatchObject({ read: 1, untouched: 0 })
  })

  it('says what it would do, and does nothing', async () => {
    const archive = await open()
    await filled(archive, ['có 1 xã', 'có 2 xã'])
    await archive.add(streamOf('chưa đọc 3'), 'c.txt', MIB)
    const to = target({ 'checks/counts.yaml': 'b' })
    expect(await planRun(archive.db, to, 'changed')).toEqual({
      scope: 'changed',
      engine: { version: '0.0.1', rules: 'r2' },
      documents: { current: 0, untouched: 0, judging: 2, reading: 0, without: 1 },
      files: [{ file: 'checks/counts.yaml', documents: 2 }],
      unknown: 0,
    })
    expect((await planRun(archive.db, to, 'all')).documents).toMatchObject({ reading: 2, judging: 0 })
    expect(await archive.queue()).toEqual({ waiting: 1, taken: 0 })
    expect(await archive.db.selectFrom('reextractions').selectAll().execute()).toEqual([])
  })
})
