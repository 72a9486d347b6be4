import type { Reference } from '../../contract/index.ts'
import { fold } from '../../repair/fold.ts'
import { repairSpans } from '../../repair/repair-spans.ts'
import { legalNumber } from './legal-number.ts'
import { type PeriodMention, periodMentions, wordsBefore } from './period-mentions.ts'

/** A programme that a text names with its period: `Chương trình hỗ trợ phát triển hợp tác xã giai đoạn 2015-2020`. */
export interface NamedProgramme {
  readonly period: PeriodMention
  /** Its title up to the period, folded, abbreviations spelt out; from the word for its type on, where there is one. */
  readonly title: readonly string[]
  readonly titleStartsWithType: boolean
  /** The number of the document that it was issued with, with the year of that: `2261/qd-ttg`. */
  readonly issuedWith: { readonly number: string; readonly year: string | null } | null
}

const LONGEST_TITLE = 250
const TYPE = /(?<!\p{L})(?:de an|chuong trinh|ke hoach(?! va dau tu)|chien luoc|du an|quy hoach)(?!\p{L})/gu
/** What leads from a document's number to the title of what it issued. */
const LEAD =
  /^ ?\)? ?,? ?(?:cua (?<issuer>[^.;:"]{2,90}?) )?(?:ve viec|ve|phe duyet|ban hanh)(?: (?:ve|viec|phe duyet|ban hanh))* (?<title>[^.;:]+)$/u

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})lien hiep htx(?!\p{L})|(?<!\p{L})lhhtx(?!\p{L})/gu, 'lien hiep hop tac xa'],
  [/(?<!\p{L})htx(?!\p{L})/gu, 'hop tac xa'],
  [/(?<!\p{L})tht(?!\p{L})/gu, 'to hop tac'],
  [/(?<!\p{L})kttt(?!\p{L})/gu, 'kinh te tap the'],
  [/(?<!\p{L})mtqg(?!\p{L})/gu, 'muc tieu quoc gia'],
  [/(?<!\p{L})ntm(?!\p{L})/gu, 'nong thon moi'],
]

/** The programmes of a text that have a period, in order. `references` are those of the text, in order. */
export const namedProgrammes = (text: string, references: readonly Reference[]): NamedProgramme[] => {
  let next = 0
  return periodMentions(text).flatMap(period => {
    if (period.phase) return []
    while (references[next] !== undefined && (references[next]?.end ?? 0) <= period.start) next++
    const reference = references[next - 1]
    const issued = reference === undefined ? null : issuedBy(text, reference, period)
    if (issued !== null) return [issued]
    const before = wordsBefore(period, LONGEST_TITLE)
    const type = [...before.matchAll(TYPE)].at(-1)
    if (type === undefined) return []
    return [{ period, title: wordsOf(before.slice(type.index)), titleStartsWithType: true, issuedWith: null }]
  })
}

const issuedBy = (text: string, reference: Reference, period: PeriodMention): NamedProgramme | null => {
  if (period.start - reference.end > LONGEST_TITLE) return null
  const number = legalNumber(reference.number)
  if (number === null || number.symbol.length === 0) return null
  const between = fold(repairSpans(text, [{ start: reference.end, end: period.start }]).text)
  const title = LEAD.exec(between)?.groups?.title
  if (title === undefined || /giai doan|thoi ky/u.test(title)) return null
  const type = [...title.matchAll(TYPE)].at(-1)
  return {
    period,
    title: wordsOf(type === undefined ? title : title.slice(type.index)),
    titleStartsWithType: type !== undefined,
    issuedWith: {
      number: `${number.count}/${number.symbol.join('-')}`,
      year: number.year ?? reference.date?.slice(0, 4) ?? null,
    },
  }
}

const wordsOf = (title: string): string[] =>
  ABBREVIATIONS.reduce((words, [short, long]) => words.replace(short, long), title).match(/[\p{L}\d]+/gu) ?? []
