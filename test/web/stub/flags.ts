import type { Extraction, FigureLink, Flag, Observation } from '../../../src/contract/index.ts'
import { stubExtraction } from './extraction.ts'
import { goldText } from './gold.ts'

const NAME = 'bac-kan-2020'

/** The record of a number on a line of the document. */
export const recordAt = ({ text, observations }: Extraction, line: number, words: string): Observation => {
  const found = observations.find(
    ({ evidence: { line: own, start, end } }) => own === line && text.slice(start, end) === words,
  )
  if (found === undefined) throw new Error(`no record ${words} on line ${line}`)
  return found
}

/** The figures of an expression, found in it one after the other. */
const figuresIn = (expression: string, records: readonly Observation[], text: string): FigureLink[] => {
  let at = 0
  return records.map(({ id, evidence: { start, end } }) => {
    const words = text.slice(start, end)
    const from = expression.indexOf(words, at)
    at = from + words.length
    return { from, to: at, start, end, observation: id }
  })
}

/** The plan of Bắc Kạn with three made-up flags, one of each severity, the gravest last. */
export const flaggedExtraction = (): Extraction => {
  const plain = stubExtraction(goldText(NAME), `${NAME}.txt`, NAME)
  const { text } = plain
  const at = (line: number, words: string) => recordAt(plain, line, words)
  const [members, planned, rate] = [at(43, '1.559'), at(43, '1.520'), at(43, '105,2')]
  const [annexPlan, annexMembers] = [at(275, '1.520'), at(275, '1.599')]
  const year = text.indexOf('năm 2019')
  const flag = (parts: Pick<Flag, 'id' | 'check' | 'severity' | 'message' | 'expression'> & Partial<Flag>): Flag => ({
    figures: [],
    observations: (parts.figures ?? []).flatMap(({ observation }) => observation ?? []),
    evidence: (parts.figures ?? []).map(({ start, end }) => ({ start, end })),
    suspects: [],
    suggestion: null,
    capped: false,
    ...parts,
  })
  const quotient = '1.559 / 1.520 = 102,6 % ≠ 105,2 %'
  const twice = '1.559 ≠ 1.599'
  const note = '1.520 = 1.520 (năm 2019)'
  return {
    ...plain,
    flags: [
      flag({
        id: 'f1',
        check: 'same_key_twice',
        severity: 'note',
        message: {
          vi: 'Kế hoạch được ghi hai lần, kỳ chỉ ghi một lần.',
          en: 'The target stands twice, its period only once.',
        },
        expression: note,
        figures: [
          ...figuresIn(note, [planned, annexPlan], text),
          {
            from: note.indexOf('2019'),
            to: note.indexOf('2019') + 4,
            start: year + 4,
            end: year + 8,
            observation: null,
          },
        ],
      }),
      flag({
        id: 'f2',
        check: 'same_key',
        severity: 'warning',
        message: {
          vi: 'Cùng một chỉ tiêu có hai số khác nhau.',
          en: 'The same indicator has two different figures.',
        },
        expression: twice,
        figures: figuresIn(twice, [members, annexMembers], text),
        suspects: [
          { observation: members.id, weight: 0.5 },
          { observation: annexMembers.id, weight: 0.5 },
        ],
        capped: true,
      }),
      flag({
        id: 'f3',
        check: 'plan_completion',
        severity: 'error',
        message: {
          vi: 'Tỷ lệ so với kế hoạch không bằng số thực hiện chia cho kế hoạch.',
          en: 'The rate of completion is not the figure divided by the target.',
        },
        expression: quotient,
        figures: figuresIn(quotient, [members, planned, rate], text),
        suspects: [
          { observation: members.id, weight: 0.62 },
          { observation: rate.id, weight: 0.3 },
          { observation: planned.id, weight: 0.08 },
        ],
        suggestion: {
          observation: members.id,
          value: 1599,
          text: '1.599',
          because: ['105,2 % × 1.520 = 1.599', '1.098 + 501 = 1.599', 'Phụ lục 1: 1.599'],
        },
      }),
    ],
    observations: plain.observations.map(o => (o.id === members.id ? { ...o, support: 0 } : o)),
  }
}
