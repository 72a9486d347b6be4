import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { DraftWritten } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import type { Extract } from '../../src/work/reading.ts'
import { newArchive } from '../support/archive.ts'
import { calling } from '../support/calling.ts'
import { changedRules } from '../support/changed-rules.ts'
import { temporaryFolder } from '../support/folder.ts'
import { reviewed } from './review-support.ts'
import { openApp, readBy } from './support.ts'

/** A plan whose first figure is read as any money; the rules need one more rule to know it for what it is. */
const TEXT = `Kế hoạch phát triển kinh tế tập thể năm 2020

I. Kết quả năm 2019

Số hợp tác xã có lãi tăng. Trong năm, 3,2 tỷ đồng tiền thuế được các hợp tác xã nộp ngân sách. Thành lập mới 12 hợp tác xã.
`

const RULE = `    - id: budget_contribution/paid-behind
      match: "[#Quantity] .{0,8} #BudgetPayment"
      priority: 60
      examples: ["Năm 2019, [3,2] tỷ đồng tiền thuế được các hợp tác xã nộp ngân sách."]
`

const withRule = () =>
  changedRules('indicators/money.yaml', source =>
    source.replace(/(- id: budget_contribution\/paid\n(?: {6}.*\n)+)/, (_, before: string) => `${before}${RULE}`),
  )

/** The command line, with the drafts of a folder. */
const call = async (drafts: string, ...args: string[]) => {
  const { code, out, err } = await calling(streams => run(args, streams), { TRICHLUC_DRAFTS: drafts })
  return { code, out: out + err }
}

const opened = async (text = TEXT, folder?: string) => {
  const drafts = folder ?? join(await temporaryFolder(), 'rules', 'drafts')
  const { app } = await openApp({ extract, environment: { TRICHLUC_DRAFTS: drafts } })
  const { id, records, decideNow: decide } = await reviewed(app, text, 'ke-hoach.txt')
  return {
    ...{ app, id, drafts, records, decide },
    valued: async (value: number) => (await records()).records.find(r => r.value === value)?.id ?? 'none',
    draft: (record: string, who = 'Minh', query = '') =>
      app.inject({ method: 'POST', url: `/v1/documents/${id}/drafts${query}`, payload: { who, record } }),
  }
}

test('a corrected sentence becomes a draft, which the rules fail, naming the one that misread it, until a rule reads it', async () => {
  const { decide, draft, drafts, id, valued } = await opened()
  const record = await valued(3.2e9)
  await decide({ kind: 'correct', record, changes: { indicator: 'budget_contribution' }, why: 'tiền thuế nộp' })
  const answer = await draft(record)
  expect(answer.statusCode).toBe(201)
  const { path, yaml } = DraftWritten.parse(answer.json())
  expect(path).toBe(join(drafts, `${id}-1.yaml`))
  expect(await readFile(path, 'utf8')).toBe(yaml)
  expect(yaml).toMatch(/example: .*Trong năm, \[3,2\] tỷ đồng tiền thuế được các hợp tác xã nộp ngân sách\.\n/)
  expect(yaml).toContain('above:\n  - {text: Kết quả năm 2019, level: roman}\n')
  expect(yaml).toContain('why: tiền thuế nộp')
  expect(yaml).toContain('draftedBy: Minh')

  const before = await call(drafts, 'rules', 'check')
  expect(before.code).toBe(0)
  expect(before.out).toContain(`${path}:`)
  expect(before.out).toMatch(/chưa đạt · failing .*\[3,2\].* indicator is money_other; expected budget_contribution\n/)
  expect(before.out).toMatch(/0 lỗi · faults\n[\s\S]*1 bản nháp · drafts: 0 đạt · handled, 1 chưa đạt · failing\n$/)
  expect((await call(drafts, 'rules', 'check', '--drafts')).code).toBe(1)
  expect((await call(drafts, 'rules', 'drafts')).code).toBe(1)

  const rules = await withRule()
  const after = await call(drafts, 'rules', 'check', '--drafts', '--rules', rules)
  expect([after.code, after.out]).toEqual([0, expect.stringContaining('1 đạt · handled, 0 chưa đạt')])
  expect((await call(drafts, 'rules', 'drafts', '--rules', rules)).code).toBe(0)
})

test('the rule that misread an attribute is named with its file', async () => {
  const { decide, draft, drafts, valued } = await opened()
  const record = await valued(12)
  await decide({ kind: 'correct', record, changes: { indicator: 'organisations_active' } })
  const { rules, yaml } = DraftWritten.parse((await draft(record)).json())
  const [rule = ''] = rules
  expect(rule).toMatch(/^organisations_new\//)
  expect(yaml).toContain(`rule: ${rule}`)
  expect((await call(drafts, 'rules', 'drafts')).out).toMatch(
    new RegExp(`indicator is organisations_new by ${rule} \\(rules/indicators/organisations\\.yaml:\\d+\\); expected`),
  )
})

test('the same record made an example twice is the same file, with what holds now', async () => {
  const { decide, draft, drafts, valued } = await opened()
  const record = await valued(3.2e9)
  await decide({ kind: 'correct', record, changes: { indicator: 'budget_contribution' } })
  const first = await draft(record)
  expect(await draft(record).then(a => [a.statusCode, a.json()])).toEqual([200, first.json()])
  await decide({ kind: 'correct', record, changes: { status: 'estimate' } })
  const then = await draft(record)
  expect(then.statusCode).toBe(200)
  expect(then.json().path).toBe(first.json().path)
  expect(then.json().yaml).toContain('status: estimate')
  expect(await readdir(drafts)).toEqual([first.json().path.split('/').at(-1)])
})

test('a record whose document was read anew with a cover before its text stays in its file', async () => {
  const drafts = join(await temporaryFolder(), 'drafts')
  let cover = ''
  const reader: Extract = (bytes, name, limits) => extract(Buffer.concat([Buffer.from(cover), bytes]), name, limits)
  const archive = await newArchive('sqlite')
  const { app } = await openApp({ archive, extract: reader, environment: { TRICHLUC_DRAFTS: drafts } })
  const { id, records, decideNow } = await reviewed(app, TEXT)
  const decideAndDraft = async (changes: object) => {
    const record = (await records()).records.find(r => r.value === 12)?.id
    await decideNow({ kind: 'correct', record, changes })
    const url = `/v1/documents/${id}/drafts`
    return (await app.inject({ method: 'POST', url, payload: { who: 'Minh', record } })).statusCode
  }
  expect(await decideAndDraft({ indicator: 'organisations_active' })).toBe(201)
  cover = 'Kính gửi các xã\n\n'
  await archive.db.updateTable('documents').set({ queued: 'waiting' }).where('id', '=', id).execute()
  await readBy(archive, reader, id)
  expect(await decideAndDraft({ status: 'target' })).toBe(200)
  expect(await readdir(drafts)).toEqual([`${id}-1.yaml`])
})

test('of a rejected record the draft says that the number is no statistic, of an added one that it is', async () => {
  const { decide, draft, drafts, valued, records } = await opened(
    TEXT.replace('Thành lập', 'Căn cứ vào 9 xã điểm. Thành lập'),
  )
  const rejected = await valued(12)
  const text = TEXT.replace('Thành lập', 'Căn cứ vào 9 xã điểm. Thành lập')
  const start = text.indexOf('2020')
  await decide({ kind: 'reject', record: rejected })
  await decide({
    kind: 'add',
    place: { start, end: start + 4 },
    statement: {
      ...{ subject: 'cooperative', indicator: 'organisations', unit: 'organisation', value: 2020 },
      ...{ period: '2020', status: 'target' },
    },
  })
  const added = (await records()).records.find(r => r.value === 2020)?.id ?? ''
  const one = DraftWritten.parse((await draft(rejected)).json())
  expect(one.yaml).toContain('expected: no statistic')
  expect(one.yaml).toMatch(/example: .*\[12\] hợp tác xã/)
  const other = DraftWritten.parse((await draft(added)).json())
  expect(other.yaml).toMatch(/misread:\n {2}- \{attribute: number, read: \w+, right: a statistic/)
  expect(other.yaml).toContain('value: 2020')
  expect(other.yaml).toContain('[2020]')
  const { out } = await call(drafts, 'rules', 'drafts')
  expect(out).toMatch(/number is organisations_new by organisations_new\/[^;]*; expected no statistic/)
  expect(out).toContain('expected a statistic')
})

test('a row of a table goes with the heads, the caption and the rows that tell what it is', async () => {
  const { decide, draft, valued, drafts } = await opened(`Kế hoạch phát triển kinh tế tập thể năm 2020

Biểu 1. Tình hình phát triển hợp tác xã

TT\tChỉ tiêu\tĐơn vị\tThực hiện năm 2018\tKế hoạch năm 2020
I\tHợp tác xã\t\t\t
1\tTổng số hợp tác xã\tHTX\t120\t150
2\tSố hợp tác xã thành lập mới\tHTX\t11\t14
3\tDoanh thu bình quân một hợp tác xã\tTr đồng/năm\t950\t1.100
`)
  const record = await valued(14)
  await decide({ kind: 'correct', record, changes: { status: 'actual', indicator: 'organisations_active' } })
  const { yaml } = DraftWritten.parse((await draft(record)).json())
  expect(yaml).toContain('caption: [Tình hình phát triển hợp tác xã]')
  expect(yaml).toContain('Kế hoạch năm 2020')
  expect(yaml).toContain('- ["2", Số hợp tác xã thành lập mới, HTX, "11", "[14]"]')
  expect(yaml).not.toContain('Doanh thu')
  expect(yaml).toContain('attribute: status, read: target, right: actual')
  expect((await call(drafts, 'rules', 'drafts')).out).toMatch(/\[14\].*status is target; expected actual/)
})

test.each([
  ['that nobody has decided on', [], 'draft-not-settled'],
  ['that was confirmed and is read right', [{ kind: 'confirm' }], 'draft-reads-right'],
  ['whose printed number alone was corrected', [{ kind: 'correct', changes: { value: 13 } }], 'draft-own-figure'],
  ['whose label alone was corrected', [{ kind: 'correct', changes: { label: 'HTX mới' } }], 'draft-reads-right'],
] as const)('a record %s gives no draft: 422, and nothing is written', async (_, decisions, code) => {
  const { decide, draft, drafts, valued } = await opened()
  const record = await valued(12)
  for (const decision of decisions) await decide({ ...decision, record })
  const answer = await draft(record, 'Minh', '?lang=en')
  expect([answer.statusCode, answer.json().code]).toEqual([422, code])
  expect(answer.json().cause.en).toContain(record)
  expect(await readdir(drafts).catch(() => [])).toEqual([])
})

test('an undone correction is nobody’s decision any more', async () => {
  const { app, id, decide, draft, valued } = await opened()
  const record = await valued(3.2e9)
  await decide({ kind: 'correct', record, changes: { indicator: 'budget_contribution' } })
  const [made] = (await app.inject(`/v1/documents/${id}/decisions`)).json().decisions
  await decide({ kind: 'undo', decision: made.id })
  expect((await draft(record)).json().code).toBe('draft-not-settled')
})

test('a wrong figure of the document beside a misread attribute is left as it is printed', async () => {
  const { decide, draft, valued } = await opened()
  const record = await valued(12)
  await decide({ kind: 'correct', record, changes: { value: 13, indicator: 'organisations_active' } })
  const { yaml } = DraftWritten.parse((await draft(record)).json())
  expect(yaml).toContain('value: 12')
  expect(yaml).not.toContain('value: 13')
  expect(yaml).not.toContain('attribute: value')
})

test('a record of another document, of none, and a name that leads elsewhere are refused', async () => {
  const { app, draft } = await opened()
  expect((await draft('../../x')).json().code).toBe('draft-not-settled')
  const elsewhere = await app.inject({
    ...{ method: 'POST', url: '/v1/documents/..%2F..%2Fx/drafts', payload: { who: 'Lan', record: 'o1' } },
  })
  expect(elsewhere.statusCode).toBe(404)
  expect((await draft('o1', ' ')).statusCode).toBe(400)
})

test('a folder that cannot be written to is named, with what to do: 507', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'drafts'), 'a file')
  const { decide, draft, valued } = await opened(TEXT, join(folder, 'drafts'))
  const record = await valued(3.2e9)
  await decide({ kind: 'correct', record, changes: { indicator: 'budget_contribution' } })
  const answer = await draft(record, 'Minh', '?lang=en')
  expect([answer.statusCode, answer.json().code]).toEqual([507, 'cannot-write-draft'])
  expect(answer.json().cause.en).toContain(join(folder, 'drafts'))
  expect(answer.json().cure.en).toContain('TRICHLUC_DRAFTS')
})

test('a link in the place of a draft is replaced, and what it leads to stays', async () => {
  const { decide, draft, drafts, id, valued } = await opened()
  const record = await valued(3.2e9)
  await decide({ kind: 'correct', record, changes: { indicator: 'budget_contribution' } })
  const outside = join(await temporaryFolder(), 'outside.yaml')
  await writeFile(outside, 'mine')
  await chmod(outside, 0o600)
  await mkdir(drafts, { recursive: true })
  await symlink(outside, join(drafts, `${id}-1.yaml`))
  expect((await draft(record)).statusCode).toBe(200)
  expect(await readFile(outside, 'utf8')).toBe('mine')
  expect(await readFile(join(drafts, `${id}-1.yaml`), 'utf8')).toContain('budget_contribution')
})

test('files that are no drafts are faults of their own, and stop no rule', async () => {
  const drafts = await temporaryFolder()
  await writeFile(join(drafts, 'a.yaml'), 'from: x\n')
  const { code, out } = await call(drafts, 'rules', 'check')
  expect([code, out]).toEqual([0, expect.stringMatching(/a\.yaml:\d+ {2}không đọc được · faulty/)])
  expect((await call(drafts, 'rules', 'check', '--drafts')).code).toBe(1)
})

test('rules that cannot be loaded say that the drafts were not read', async () => {
  const rules = await changedRules('measures.yaml', source => `${source}- id: [`)
  const drafts = await temporaryFolder()
  await writeFile(join(drafts, 'a.yaml'), 'from: x\n')
  const { code, out } = await call(drafts, 'rules', 'check', '--rules', rules)
  expect([code, out]).toEqual([1, expect.stringMatching(/\n1 bản nháp chưa đọc · drafts not read\n$/)])
})

test('drafts beside the rules are no rules', async () => {
  const rules = await changedRules('measures.yaml', source => source)
  await mkdir(join(rules, 'drafts'))
  await writeFile(join(rules, 'drafts', 'a.yaml'), 'from: x\n')
  const { code, out } = await call(join(rules, 'drafts'), 'rules', 'check', '--rules', rules)
  expect([code, out]).toEqual([0, expect.stringContaining('0 lỗi · faults')])
})
