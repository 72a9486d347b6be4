import type { SourceLine } from '../../read/source-document.ts'
import type { TextEdit } from '../edits.ts'

/** The words that name an item, a semicolon, and the item's number: `- Giải thể; 02 HTX`. */
const NAMED_ITEM = /^\s*(?:[-–+*•]|\d{1,2}[.)]|\p{Ll}\))\s*(?:\p{L}+\s){0,5}\p{L}+(?=;\s*\d)/u

/** A number before a title, with a comma behind it. */
const NUMBERED_TITLE = /^\s*(\d{1,2})(?=,\s+\p{Lu}\p{Ll})/u
const NUMBERED = /^\s*(\d{1,2})\s?[.,)]\s/

/**
 * Puts marks behind labels right that a scan took for others, where nothing but the one can stand: a colon between an item's name and its
 * number, and a full stop between the number of a title and the title, where the number before has been counted.
 * @param lines those that were read from images, in order
 */
export function repairLabelStops(text: string, lines: readonly SourceLine[]): TextEdit[] {
  const counted = new Set<number>()
  let goesOn = false
  return lines.flatMap(({ start, end, role, wrapped }) => {
    if (role !== 'body') return []
    const line = text.slice(start, end)
    const begins = !goesOn
    goesOn = wrapped === true
    if (!begins) return []
    const title = NUMBERED_TITLE.exec(line)
    const follows = title !== null && counted.has(Number(title[1]) - 1)
    const number = NUMBERED.exec(line)?.[1]
    if (number !== undefined) counted.add(Number(number))
    if (follows) return edit(start + title[0].length, '.')
    const item = NAMED_ITEM.exec(line)
    return item === null ? [] : edit(start + item[0].length, ':')
  })
}

const edit = (at: number, mark: string): TextEdit[] => [{ start: at, end: at + 1, text: mark }]
