import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../src/contract/index.ts'
import { DEFAULT_LIMITS, extract, judgeAnew, shippedRules } from '../../src/extract.ts'
import { affected, changedFiles, type Maker, type Redo, traitsOf } from '../../src/reextract/affected.ts'
import { loadRules, RULES_FOLDER, type RuleSet } from '../../src/rules/rule-set.ts'
import { meaningsOf, readRuleSetFiles } from '../../src/rules/rule-set-files.ts'
import { fixture } from '../extract/fixtures.ts'
import { changedRules } from '../support/changed-rules.ts'

const FIXTURES = [
  'gold/lang-son-2020.txt',
  'gold/bac-kan-2020.txt',
  'gold/huyen-bao-cao-2017.txt',
  'composed/ben-tre-ke-hoach-2019.txt',
  'composed/ha-tay-2003-quet.txt',
  'composed/giong-rieng-2015.txt',
  'documents/tinh-ke-hoach-2022-bang.docx',
  'documents/lien-minh-bao-cao-2021.pdf',
  'legacy/krong-pac-2020.tcvn3.docx',
]

const SCAN = 'scans/krong-pac-2020.office-1.jpg'

const read = async (path: string, rules: RuleSet): Promise<Extraction> => {
  const result = await extract(fixture(path), path, DEFAULT_LIMITS, rules)
  if (!result.ok) throw new Error(`${path}: ${result.problem.code}`)
  // as the archive keeps it
  return JSON.parse(JSON.stringify(result.extraction)) as Extraction
}

const before = new Map<string, Promise<Extraction>>()

/** The extraction by the shipped rules, read once. */
const readBefore = (path: string): Promise<Extraction> => {
  const known = before.get(path) ?? read(path, shippedRules())
  before.set(path, known)
  return known
}

const makerOf = (folder: string): Maker => ({ engine: '1', meanings: meaningsOf(readRuleSetFiles(folder)) })

const SHIPPED = makerOf(RULES_FOLDER)

const withoutEngine = ({ engine: _, ...rest }: Extraction): string => JSON.stringify(rest)

/** For each fixture what the change asks for and whether reading it anew changed it; what needs no reading is held to the reading. */
const hold = async (file: string, change: (source: string) => string, fixtures = FIXTURES) => {
  const folder = await changedRules(file, change)
  const now = makerOf(folder)
  const rules = loadRules(folder)
  const found: { path: string; redo: Redo; changed: boolean }[] = []
  for (const path of fixtures) {
    const then = await readBefore(path)
    const redo = affected(traitsOf(then), SHIPPED, now)
    const anew = await read(path, rules)
    const changed = withoutEngine(then) !== withoutEngine(anew)
    if (redo === 'nothing') expect(changed, `${path} is called untouched`).toBe(false)
    if (redo === 'judging') expect(JSON.stringify(await judgeAnew(then, rules)), path).toBe(JSON.stringify(anew))
    found.push({ path, redo, changed })
  }
  return found
}

const of = (found: readonly { path: string; redo: Redo }[], redo: Redo) =>
  found.filter(f => f.redo === redo).map(f => f.path)

describe('what a change of rules can affect', { timeout: 300_000 }, () => {
  it('is nothing, where only comments, layout or examples changed', async () => {
    const found = await hold(
      'indicators/people.yaml',
      source => `# a remark\n${source.replace(/^(\s+)examples:\n(\s+- .*\n)/m, '$1examples:\n$2$2')}\n`,
    )
    expect(of(found, 'nothing')).toEqual(FIXTURES)
  })

  it('is only the judging, where a check changed and the text needed no repair', async () => {
    const found = await hold('checks/percentages.yaml', source =>
      source.replace(/errorFrom: '[^']*'/g, "errorFrom: '0.9'"),
    )
    expect(of(found, 'judging')).toContain('gold/bac-kan-2020.txt')
    expect(of(found, 'reading')).toContain('legacy/krong-pac-2020.tcvn3.docx')
    expect(of(found, 'nothing')).toEqual([])
  })

  it('is the judging again, where a check is gone', async () => {
    const found = await hold('checks/money.yaml', () => '[]')
    expect(of(found, 'judging').length).toBeGreaterThan(4)
  })

  it('is only the judging, where measured precision changed', async () => {
    const found = await hold('precision.yaml', source =>
      source.replaceAll(/^( {4}(?:rule|clause|sentence|counter)): .*$/gm, '$1: [10, 40]'),
    )
    expect(found.filter(f => f.changed).length).toBeGreaterThan(4)
    expect(of(found, 'judging')).toContain('gold/lang-son-2020.txt')
  })

  it('is nothing but what was read from images, where the precision of recognition changed', async () => {
    const found = await hold('recognition.yaml', () => 'numbers: [[0, 0.1], [1, 0.5]]\n', [...FIXTURES, SCAN])
    expect(found.filter(f => f.redo !== 'nothing').map(f => f.path)).toEqual([SCAN])
    expect(found.filter(f => f.changed).map(f => f.path)).toEqual([SCAN])
  })

  it.each(['words.yaml', 'annex-1.yaml'])('is nothing without tables, where forms/%s changed', async name => {
    const found = await hold(`forms/${name}`, source => source.replace(/Trong đó|Tổng số/gu, 'không có gì'))
    expect(found.filter(f => f.changed).length).toBeGreaterThan(0)
    expect(of(found, 'nothing')).toContain('gold/lang-son-2020.txt')
    expect(of(found, 'reading')).toContain('gold/bac-kan-2020.txt')
  })
})

describe('a change whose reach is not known', () => {
  const traits = { tables: 0, observations: 0, recognised: 0, repaired: false }
  const meanings = SHIPPED.meanings ?? {}

  it.each(Object.keys(meanings).filter(name => !/^(checks|forms)\/|^(precision|recognition)\.yaml$/.test(name)))(
    'asks for reading even a document that holds nothing: %s',
    name => {
      const now = { engine: '1', meanings: { ...meanings, [name]: 'other' } }
      expect(affected(traits, SHIPPED, now)).toBe('reading')
    },
  )

  it('asks for reading where a file is new, another engine reads, or nobody knows the rules of then', () => {
    expect(affected(traits, SHIPPED, { engine: '1', meanings: { ...meanings, 'new.yaml': 'x' } })).toBe('reading')
    expect(affected(traits, SHIPPED, { ...SHIPPED, engine: '2' })).toBe('reading')
    expect(affected(traits, { ...SHIPPED, meanings: null }, SHIPPED)).toBe('reading')
  })

  it('is told by file, gone ones too', () => {
    const { 'measures.yaml': _, ...rest } = meanings
    expect(changedFiles(meanings, { ...rest, 'periods.yaml': 'x' })).toEqual(['measures.yaml', 'periods.yaml'])
  })
})
