import type { Span } from '../../contract/index.ts'
import { sourceSpan } from '../../repair/mapped-text.ts'
import { type Passage, passagesOf } from './passages.ts'

/** A period in years that a text gives in so many words: `giai đoạn 2016-2020`, `giai đoạn I: từ năm 2021 đến năm 2025`. */
export interface PeriodMention extends Span {
  readonly from: number
  readonly to: number
  /** It is a numbered part of a longer period. */
  readonly phase: boolean
  readonly passage: Passage
  /** Where it begins in the passage. */
  readonly at: number
}

const YEAR = '(?:19|20)\\d\\d'
const PERIOD = new RegExp(
  `(?<!\\p{L})(?:giai doan|thoi ky)(?<phase> (?:thu )?(?:i{1,3}|iv|[1-4]|mot|nhat|hai|ba|dau)(?= ?[:,(]| tu | ${YEAR}))? ?[:,(]? ?(?:tu )?(?:nam )?` +
    `(?<from>${YEAR}) ?(?:-|den)(?: het)?(?: nam)? ?(?<to>${YEAR})(?!\\d|[/.,]\\d)`,
  'gu',
)

/** The periods of a text, in order. */
export const periodMentions = (text: string): PeriodMention[] =>
  [...passagesOf(text)].flatMap(passage =>
    [...passage.folded.matchAll(PERIOD)].map(match => ({
      ...sourceSpan(passage.mapped, match.index, match.index + match[0].length),
      from: Number(match.groups?.from),
      to: Number(match.groups?.to),
      phase: match.groups?.phase !== undefined,
      passage,
      at: match.index,
    })),
  )

/** The folded words before a period, back to where its sentence begins or the period before it ends. */
export const wordsBefore = ({ passage: { folded }, at }: PeriodMention, most: number): string => {
  const words = folded.slice(Math.max(0, at - most), at)
  return words.slice(
    Math.max(
      0,
      ...Array.from(
        words.matchAll(/[;:]|\. |(?:19|20)\d\d ?(?:-|den(?: nam)?) ?(?:19|20)\d\d/gu),
        m => m.index + m[0].length,
      ),
    ),
  )
}
