import type { Observation } from '../../../src/contract/index.ts'

/** An observation of which the test needs no more than that it is one. */
export const observation = (id: string, of: Partial<Observation> = {}): Observation => ({
  ...{
    id,
    subject: 'cooperative',
    indicator: 'members',
    sector: null,
    measure: 'level',
    value: 1559,
    comparator: 'eq',
  },
  ...{ unit: 'person', per: [], period: '2019', status: 'actual', area: null, source: null },
  ...{ label: 'Số thành viên', qualifier: null, because: {}, confidence: 0.8, support: 0 },
  evidence: {
    ...{ start: 0, end: 5, page: null, line: 1, quote: '1.559 thành viên', box: null, cell: null, path: null },
  },
  ...of,
})
