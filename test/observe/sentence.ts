import type { ReadObservation } from '../../src/contract/index.ts'
import { understand } from '../../src/extract.ts'
import { readText } from '../../src/read/text.ts'
import { RULES, unmark } from '../support/phrase.ts'

/** A district's report on nine months, issued in September 2018. */
const REPORT = `ỦY BAN NHÂN DÂN
HUYỆN CHÂU THÀNH
Số: 187/BC-UBND
Châu Thành, ngày 28 tháng 9 năm 2018

BÁO CÁO
Tình hình phát triển kinh tế tập thể 9 tháng đầu năm 2018

`

/** A province's plan for 2019, issued in December 2018. */
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH SÓC TRĂNG
Số: 204/KH-UBND
Sóc Trăng, ngày 14 tháng 12 năm 2018

KẾ HOẠCH
Phát triển kinh tế tập thể năm 2019

`

/** The statistic at the number in [square brackets]; null where none stands there. */
const observeIn = (head: string, marked: string): ReadObservation | null => {
  const { text, start, end } = unmark(`${head}${marked}\n`)
  const read = readText(Buffer.from(text))
  if (!read.ok) throw new Error(read.problem.code)
  const { observations } = understand(read.document, RULES)
  return observations.find(({ evidence }) => evidence.start < end && start < evidence.end) ?? null
}

/** Observes under the head of a document. */
export const observerOf =
  (head: string) =>
  (marked: string): ReadObservation | null =>
    observeIn(head, marked)

export const inReport = (marked: string): ReadObservation | null => observeIn(REPORT, marked)
export const inPlan = (marked: string): ReadObservation | null => observeIn(PLAN, marked)

/** What is expected of the marked number, then the texts that say it. */
export type Corpus = readonly (readonly [Partial<ReadObservation>, readonly string[]])[]

/** The attributes of `wanted` as each text gives them, beside the text; `got` and `expected` are to be equal. */
export const compare = (
  wanted: Partial<ReadObservation>,
  texts: readonly string[],
  observe: (marked: string) => ReadObservation | null,
) => {
  const keys = Object.keys(wanted) as (keyof ReadObservation)[]
  const got = texts.map(text => {
    const found = observe(text)
    return [text, found === null ? null : Object.fromEntries(keys.map(key => [key, found[key]]))] as const
  })
  return { got, expected: texts.map(text => [text, wanted] as const) }
}
