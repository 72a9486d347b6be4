import type { OutlineNode } from '../../contract/index.ts'

/** The place of a section's label in its numbering. */
export interface SectionNumber {
  /** What counts in one sequence: `1.` and `1)` do not, nor `2.1.` and `3.1.`. */
  readonly sequence: string
  /** From 1. */
  readonly ordinal: number
}

/** The order of Vietnamese lists: no f, j, w, z; đ is often left out. */
const ALPHABET = 'abcdđeghiklmnopqrstuvxy'
const ROMAN: readonly string[] = Array.from({ length: 39 }, (_, i) => {
  const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  return `${'X'.repeat(Math.floor((i + 1) / 10))}${units[(i + 1) % 10]}`
})

const LABEL = /^(?:(?<above>(?:\d{1,2}\.)+))?(?<last>\d{1,2}|[IVX]{1,6}|\p{L})\s?(?<stop>[.)/:-]*)$/u

/** Numbers a label of a section counts with; null for dashes, words (`Phần thứ nhất`), and what a scan damaged. */
export const sectionNumber = ({ level, label }: Pick<OutlineNode, 'level' | 'label'>): SectionNumber | null => {
  const { above = '', last = '', stop = '' } = LABEL.exec(label)?.groups ?? {}
  switch (level) {
    case 'roman':
      return counted('roman', ROMAN.indexOf(last))
    case 'arabic':
      return above === '' && /^\d/.test(last) ? counted(`arabic ${stop}`, Number(last) - 1) : null
    case 'decimal':
      return above !== '' && /^\d/.test(last) ? counted(`decimal ${above}`, Number(last) - 1) : null
    case 'letter':
    case 'capital':
      return last.length === 1 ? counted(`${level} ${stop}`, ALPHABET.indexOf(last.toLowerCase())) : null
    default:
      return null
  }
}

const counted = (sequence: string, index: number): SectionNumber | null =>
  index < 0 ? null : { sequence, ordinal: index + 1 }

/** How the label with another ordinal of the same sequence looks, without its stop; empty where there is none. */
export const labelOf = ({ sequence }: SectionNumber, ordinal: number): string => {
  const [level, above = ''] = sequence.split(' ')
  if (level === 'roman') return ROMAN[ordinal - 1] ?? ''
  if (level === 'arabic') return `${ordinal}`
  if (level === 'decimal') return `${above}${ordinal}`
  const letter = ALPHABET.charAt(ordinal - 1)
  return level === 'capital' ? letter.toUpperCase() : letter
}

/** The ordinal of đ, which many lists do without, and for which scans print d. */
export const OPTIONAL_LETTER = ALPHABET.indexOf('đ') + 1
