import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { keepRuleSet } from '../../src/archive/reextractions/rule-sets.ts'
import { run } from '../../src/cli/run.ts'
import type { Extraction, Reextraction } from '../../src/contract/index.ts'
import { DEFAULT_LIMITS, extract, shippedRules } from '../../src/extract.ts'
import { problem } from '../../src/problem.ts'
import { loadRules } from '../../src/rules/rule-set.ts'
import { meaningsOf, readRuleSetFiles } from '../../src/rules/rule-set-files.ts'
import type { Extract } from '../../src/work/reading.ts'
import { fixture } from '../extract/fixtures.ts'
import { streamOf, taken } from '../support/archive.ts'
import { calling } from '../support/calling.ts'
import { changedRules } from '../support/changed-rules.ts'
import { temporaryFolder } from '../support/folder.ts'

const NAMES = ['gold/bac-kan-2020.txt', 'gold/lang-son-2020.txt', 'legacy/krong-pac-2020.tcvn3.docx']

/** An archive whose documents were read by other rules than the shipped ones. */
const archiveBy = async (file: string, change: (source: string) => string) => {
  const data = await temporaryFolder()
  const folder = await changedRules(file, change)
  const rules = loadRules(folder)
  const archive = await openArchive(data)
  await keepRuleSet(archive.db, rules.digest, () => meaningsOf(readRuleSetFiles(folder)))
  const ids: string[] = []
  for (const name of NAMES) {
    await archive.add(streamOf(fixture(name)), name, DEFAULT_LIMITS.maxBytes)
    const claimed = await taken(archive)
    const result = await extract(fixture(name), name, DEFAULT_LIMITS, rules)
    if (!result.ok) throw new Error(result.problem.code)
    await archive.finish(claimed, result.extraction)
    ids.push(claimed.document.id)
  }
  await archive.close()
  return { data, ids }
}

const callVerify = (data: string) => call(data, [], extract, 'verify')

const call = (data: string, args: readonly string[], reader: Extract = extract, command = 'reextract') =>
  calling(streams => run([command, ...args], streams, reader), { TRICHLUC_DATA: data })

const shown = async (data: string, ids: readonly string[]): Promise<(Extraction | null)[]> => {
  const archive = await openArchive(data)
  const found = []
  for (const id of ids) found.push(await archive.extraction(id))
  await archive.close()
  return found
}

const anew = async (name: string): Promise<unknown> => {
  const result = await extract(fixture(name), name, DEFAULT_LIMITS, shippedRules())
  return result.ok ? JSON.parse(JSON.stringify(result.extraction)) : null
}

describe('trichluc reextract', () => {
  it('leaves an archive as if all had been read anew, and reads only what the change can affect', async () => {
    const { data, ids } = await archiveBy('checks/percentages.yaml', s =>
      s.replace(/errorFrom: '[^']*'/g, "errorFrom: '0.9'"),
    )
    const readNames: string[] = []
    const reader: Extract = async (bytes, name, limits) => {
      readNames.push(name)
      return await extract(bytes, name, limits)
    }
    const { code, out } = await call(data, ['--changed', '--json'], reader)
    const over = JSON.parse(out) as Reextraction
    expect(code).toBe(0)
    expect(over.documents).toEqual({ untouched: 0, waiting: 0, read: 1, judged: 2, failed: 0 })
    expect(readNames).toEqual(['legacy/krong-pac-2020.tcvn3.docx'])
    expect(over.impact?.flags.changed).toBeGreaterThan(0)
    expect(await shown(data, ids)).toEqual(await Promise.all(NAMES.map(anew)))

    expect((await callVerify(data)).code).toBe(0)

    const again = await call(data, ['--json'], reader)
    expect(JSON.parse(again.out)).toMatchObject({ documents: { read: 0, judged: 0, failed: 0 } })
    expect(readNames).toHaveLength(1)
  })

  it('says before what it would do, and after what came of it, the largest effect first', async () => {
    const { data } = await archiveBy('indicators/people.yaml', source =>
      source.replace('code: members\n', 'code: members_old\n'),
    )
    const planned = await call(data, ['--changed', '--dry-run'])
    expect(planned).toMatchObject({ code: 0, err: '' })
    expect(planned.out).toMatch(/đọc lại · to be read +3\n/)
    expect(planned.out).toMatch(/indicators\/people\.yaml +3\n/)
    const { code, out } = await call(data, [])
    expect(code).toBe(0)
    expect(out).toMatch(/indicator: members_old → members +\d+/)
    expect(out).toContain('3 đọc lại · read')
  })

  it('ends with 1 where a document cannot be read anew, and names it', async () => {
    const { data, ids } = await archiveBy('numerals.yaml', source => `${source}# another digest\n`)
    const before = await shown(data, ids)
    const reader: Extract = async (bytes, name, limits) =>
      name === NAMES[0]
        ? { ok: false, problem: problem('too-many-pages', { pages: 2, limit: 1 }) }
        : await extract(bytes, name, limits)
    const { code, out } = await call(data, [], reader)
    expect(code).toBe(1)
    expect(out).toMatch(/gold\/bac-kan-2020\.txt: .+\(too-many-pages\)/)
    expect((await shown(data, ids))[0]).toEqual(before[0])
  })
})
