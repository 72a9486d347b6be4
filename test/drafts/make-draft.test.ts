import { expect, test } from 'vitest'
import type { CurrentRecord, Observation, RecordDecision } from '../../src/contract/index.ts'
import { checkDrafts } from '../../src/drafts/check-drafts.ts'
import { draftYaml } from '../../src/drafts/draft-yaml.ts'
import { makeDraft, type Settled } from '../../src/drafts/make-draft.ts'
import { shippedRules } from '../../src/extract.ts'
import { extractionOf } from '../extract/fixtures.ts'

const rules = shippedRules()

/** A decision on what the machine read, or on what it missed. */
const settledOf = async (
  text: string,
  kind: 'correct' | 'reject' | 'add',
  change: (machine: Observation) => Observation,
  number = '35',
): Promise<Settled> => {
  const extraction = await extractionOf(text)
  const found = extraction.observations.find(o => text.slice(o.evidence.start, o.evidence.end) === number)
  const [any] = extraction.observations
  const base = found ?? any
  if (base === undefined) throw new Error('nothing was read')
  const settled = change(base)
  const machine = kind === 'add' ? null : base
  const { start, end } = settled.evidence
  const decision = {
    ...{ kind, id: 'd1', document: 'x', version: 1, who: 'Lan', why: null, engine: extraction.engine },
    ...{ when: '2026-01-02T03:04:05.000Z', machine, settled },
    replaced: machine === null ? null : { decision: null, observation: machine },
    anchor: { start, end, text: '', record: settled.id, quote: text.slice(start, end), before: '', after: '' },
  } as RecordDecision
  const record: CurrentRecord = { ...settled, settledBy: 'reviewer', decision: 'd1', machine: null, notes: [] }
  return { extraction, record, decision, draftedBy: 'Minh' }
}

const PLAN = 'Kế hoạch năm 2020\n\nNăm 2019 thành lập mới 35 hợp tác xã.\n'

test.each(['add', 'reject'] as const)(
  'a place in a box of a scan, where no words were read, gives no draft (%s)',
  async kind => {
    const inBox = (o: Observation): Observation => ({
      ...o,
      id: 'a1',
      evidence: { ...o.evidence, start: 19, end: 19, page: 1, box: [1, 1, 20, 20], quote: '36' },
    })
    expect(makeDraft(await settledOf(PLAN, kind, inBox), rules)).toEqual({ ok: false, why: 'no-words' })
  },
)

test('a number in words that was misread is a matter for the rules, and no wrong figure of the document', async () => {
  const settled = await settledOf(
    'Kế hoạch năm 2020\n\nNăm 2019 thành lập mới hai hợp tác xã.\n',
    'correct',
    o => ({ ...o, value: 3 }),
    'hai',
  )
  const made = makeDraft(settled, rules)
  expect(made).toMatchObject({ ok: true, draft: { misread: [{ attribute: 'value', read: 2, right: 3 }] } })
})

test('a number in the wrong magnitude is one for the rules, too', async () => {
  const settled = await settledOf(PLAN, 'correct', o => ({ ...o, value: 35_000 }))
  expect(makeDraft(settled, rules)).toMatchObject({ ok: true, draft: { expected: { value: 35_000 } } })
})

test('the draft of an area that was corrected fails for it', async () => {
  const area = { code: '20', name: 'Lạng Sơn', level: 'province' as const }
  const made = makeDraft(await settledOf(PLAN, 'correct', o => ({ ...o, area })), rules)
  if (!made.ok) throw new Error(made.why)
  expect(made.draft.misread).toMatchObject([{ attribute: 'area', read: null, right: area }])
  const [checked] = checkDrafts([{ name: 'a.yaml', source: draftYaml(made.draft) }], rules)
  expect(checked).toMatchObject({ is: 'failing', differences: [{ attribute: 'area' }] })
})

test('a name that the document gives elsewhere goes with the excerpt that uses it', async () => {
  const text =
    'Kế hoạch năm 2020\n\nPhát triển tổ hợp tác sản xuất (THTSX) là nhiệm vụ chung.\n\nNăm 2019 thành lập mới 35 THTSX.\n'
  const made = makeDraft(await settledOf(text, 'correct', o => ({ ...o, indicator: 'organisations_active' })), rules)
  if (!made.ok) throw new Error(made.why)
  expect(made.draft.document.names).toEqual([expect.stringContaining('tổ hợp tác sản xuất (THTSX)')])
  expect(made.draft).toMatchObject({
    example: expect.stringContaining('[35] THTSX'),
    misread: [{ attribute: 'indicator' }],
    expected: { subject: 'cooperative_group' },
  })
})

test('brackets of the document are no marks', async () => {
  const text = 'Kế hoạch năm 2020\n\nNăm 2019 [theo báo cáo] thành lập mới 35 hợp tác xã [1].\n'
  const made = makeDraft(await settledOf(text, 'reject', o => o), rules)
  if (!made.ok) throw new Error(made.why)
  expect(made.draft.example).toBe('Năm 2019 (theo báo cáo) thành lập mới [35] hợp tác xã (1).')
})
