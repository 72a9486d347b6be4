import type { Span } from '../../contract/index.ts'
import { sourceSpan } from '../../repair/mapped-text.ts'
import type { Finding } from '../finding.ts'
import type { FormDocument } from './form-document.ts'
import { passagesOf } from './passages.ts'
import { written } from './written.ts'

/** A resolution on the collective economy that is named by its plenum and congress: `Nghị quyết Trung ương 5 khóa IX`. */
interface Resolution extends Span {
  readonly plenum: number
  /** In Roman digits, small letters. */
  readonly congress: string
}

const WORDS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const ORDINAL = `(?<plenum>\\d{1,2}|${WORDS.join('|')})`
const CONGRESS = ' ?,? ?\\(? ?khoa (?<congress>[ivx]{1,5})(?![\\p{L}\\d])\\)?'
const NAMED = [
  new RegExp(
    `(?<!\\p{L})(?:nghi quyet|hoi nghi|nghi quyet hoi nghi) (?:trung uong|tw) ?(?:lan thu )?${ORDINAL}${CONGRESS}`,
    'gu',
  ),
  new RegExp(
    `(?<!\\p{L})hoi nghi lan thu ${ORDINAL} ?,? (?:ban chap hanh|bch) (?:trung uong|tw)(?: dang)?${CONGRESS}`,
    'gu',
  ),
]
const TOPIC = /^(?:(?!nghi quyet|ket luan)[^.;])*?kinh te tap the/u
const TOPIC_WITHIN = 160

/**
 * Resolutions on the collective economy that there are: 13-NQ/TW of 18 March 2002 (fifth plenum, congress IX) and
 * 20-NQ/TW of 16 June 2022 (fifth plenum, congress XIII). A text may name both.
 */
const ISSUED: ReadonlySet<string> = new Set(['5 ix', '5 xiii'])

/** One resolution of the Party that a text ascribes to two congresses. */
export const partyResolutionMismatch = ({ text }: Pick<FormDocument, 'text'>): Finding[] => {
  const firstOf = new Map<string, Resolution>()
  for (const resolution of resolutionsIn(text)) {
    const key = `${resolution.plenum} ${resolution.congress}`
    if (!firstOf.has(key)) firstOf.set(key, resolution)
  }
  const all = [...firstOf]
  return all
    .filter(([key]) => !ISSUED.has(key))
    .flatMap(([key, wrong]) => {
      const right = all.find(
        ([k, other]) => k !== key && other.plenum === wrong.plenum && (ISSUED.has(k) || other.start < wrong.start),
      )
      if (right === undefined) return []
      const [one, other] = [right[1], wrong].sort((a, b) => a.start - b.start).map(span => written(text, span))
      if (one === undefined || other === undefined) return []
      return [
        {
          check: 'reference-mismatch',
          severity: 'note' as const,
          expression: ['“', one, '” ≠ “', other, '”'],
          places: [],
          words: { first: one.text, second: other.text },
        },
      ]
    })
}

const resolutionsIn = (text: string): Resolution[] =>
  [...passagesOf(text)].flatMap(({ mapped, folded }) =>
    NAMED.flatMap(pattern =>
      [...folded.matchAll(pattern)].flatMap(match => {
        const end = match.index + match[0].length
        const { plenum = '', congress = '' } = match.groups ?? {}
        if (!TOPIC.test(folded.slice(end, end + TOPIC_WITHIN))) return []
        const word = WORDS.indexOf(plenum)
        return [{ ...sourceSpan(mapped, match.index, end), plenum: word < 0 ? Number(plenum) : word + 1, congress }]
      }),
    ),
  )
