import type { Element } from './block.ts'
import { ANNEX, CAPACITY, MOTTO, NATION, POSITION, RECIPIENTS, SIGNED } from './form-patterns.ts'
import { isTypeLine, startsWithKind } from './head-zone.ts'
import type { Line } from './line.ts'

const LONGEST_SIGNATURE_LINE = 90
const RUNNING_TEXT = 160

/** Whether the foot (signature, recipients) begins with this line. */
export const opensFoot = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at]
  if (line === undefined || line.row || line.text.length > LONGEST_SIGNATURE_LINE) return false
  if (RECIPIENTS.test(line.folded)) return true
  if (line.upper && CAPACITY.test(line.folded)) return true
  if (/^(?:tm|kt|tl|tuq|t\/m|k\/t)\s?\./.test(line.folded) && POSITION.test(line.folded.replace(CAPACITY, '')))
    return true
  // A position alone is a signature where the text has just ended, or a name follows.
  const previous = lines[at - 1]
  const ended = previous !== undefined && /\.\s?\/\s?\.?$/.test(previous.text)
  return (
    line.upper &&
    POSITION.test(line.folded) &&
    (ended || isName(lines[at + 1]) || SIGNED.test(lines[at + 1]?.folded ?? ''))
  )
}

const NAME = /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}$/u
const TITLED_NAME = /^(?:(?:TS|ThS|PGS|GS|BS|KS)\.?\s?){1,3}/u

/** A person's name: two to five capitalised syllables. */
export const isName = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.text.length < 40 &&
  /\p{Ll}/u.test(line.text) &&
  NAME.test(line.text.replace(TITLED_NAME, '')) &&
  !POSITION.test(line.folded)

/** What each line of the foot is, from its first line on; ends where an annex or an attached document begins. */
export const readFoot = (lines: readonly Line[], from: number): Element[] => {
  const elements: Element[] = []
  let listing = false
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined || (i > from && endsFoot(lines, i, listing))) break
    const element = footElement(line, listing)
    if (element === 'recipients') listing = true
    else if (element !== 'recipient') listing = listing && element === 'other'
    elements.push(element)
  }
  return elements
}

const footElement = (line: Line, listing: boolean): Element => {
  const { folded } = line
  if (RECIPIENTS.test(folded)) return 'recipients'
  if (CAPACITY.test(folded) && (line.upper || POSITION.test(folded.replace(CAPACITY, '')))) return 'capacity'
  if (line.upper && POSITION.test(folded)) return 'position'
  if (SIGNED.test(folded)) return 'signed'
  if (line.marker !== null && line.marker.rank >= 8.6) return 'recipient'
  if (isName(line) && !(listing && line.gap === 0)) return 'name'
  if (line.upper && !listing && /^\S+(?: \S+){1,4}$/.test(line.text)) return 'name'
  return listing ? 'recipient' : 'other'
}

const endsFoot = (lines: readonly Line[], at: number, listing: boolean): boolean => {
  const line = lines[at]
  if (line === undefined) return true
  const { folded, marker } = line
  if (line.row || NATION.test(folded) || MOTTO.test(folded)) return true
  if (opensAnnex(lines, at)) return true
  if (marker !== null && marker.rank <= 5 && (line.upper || marker.level === 'part') && !CAPACITY.test(folded))
    return true
  if (isTypeLine(line) && line.upper) return true
  if (line.upper && line.text.length > 20 && startsWithKind(folded)) return true
  return !listing && line.text.length > RUNNING_TEXT && marker === null
}

/** Whether a line heads an annex: `Phụ lục 1`, `BIỂU SỐ 02`, with its title on the same line or on the next ones. */
export const opensAnnex = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at]
  const match = line === undefined || line.row ? null : ANNEX.exec(line.folded)
  if (line === undefined || match === null || line.text.length > 220 || !/^[\p{Lu}]/u.test(line.text)) return false
  const rest = line.text.slice(match[0].length)
  const counted = /\d|\s(?:[ivx]{1,5}|[a-h])[^a-z]*$/.test(match[0])
  if (rest === '') return counted || line.upper || isTitleAhead(lines[at + 1])
  if (/^[\p{Ll},;]/u.test(rest) || /[.;]$/.test(rest)) return false
  return line.upper || counted || rest.startsWith('(')
}

const isTitleAhead = (next: Line | undefined): boolean =>
  next !== undefined && (next.upper || next.row || next.text.startsWith('('))
