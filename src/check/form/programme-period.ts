import type { Finding } from '../finding.ts'
import type { FormDocument } from './form-document.ts'
import { type NamedProgramme, namedProgrammes } from './named-programme.ts'
import { written } from './written.ts'

/** A title of fewer words may be that of several programmes. */
const FEWEST_WORDS = 5
/** Titles that were issued under one number are one when they begin with as many same words. */
const SAME_BEGINNING = 3
/** Mentions of one title that are compared with each other: real texts have a handful. */
const MOST_MENTIONS = 40
/** A shorter period with the same beginning is the first phase of a longer one. */
const PHASE_SHORTER_BY = 5

type Checked = Pick<FormDocument, 'text'> & { readonly document: Pick<FormDocument['document'], 'references'> }

/** One programme that is given two periods, `2015-2020` and `2016-2020`: by the number it was issued with, or by its title. */
export const programmePeriod = ({ text, document: { references } }: Checked): Finding[] => {
  const programmes = namedProgrammes(text, references)
  const pairs = [...pairsIn(programmes, byNumber, sameIssue), ...pairsIn(programmes, byTitle, sameProgramme)]
  const reported = new Set<string>()
  return pairs.flatMap(([a, b]) => {
    const key = [yearsOf(a), yearsOf(b), ...a.title.slice(0, FEWEST_WORDS)].join(' ')
    if (reported.has(key)) return []
    reported.add(key)
    const [one, other] = [written(text, a.period), written(text, b.period)]
    return [
      {
        check: 'programme-period',
        severity: 'note' as const,
        expression: ['“', one, '” ≠ “', other, '”'],
        places: [],
        words: { first: one.text, second: other.text },
      },
    ]
  })
}

const yearsOf = ({ period: { from, to } }: NamedProgramme): string => `${from}-${to}`

const byNumber = ({ issuedWith }: NamedProgramme): string | null => issuedWith?.number ?? null

const byTitle = ({ title, titleStartsWithType }: NamedProgramme): string | null =>
  titleStartsWithType && title.length >= FEWEST_WORDS ? title.join(' ') : null

/** Pairs of mentions under one key that speak of one programme and give it two periods. */
const pairsIn = (
  programmes: readonly NamedProgramme[],
  keyOf: (programme: NamedProgramme) => string | null,
  areOne: (a: NamedProgramme, b: NamedProgramme) => boolean,
): [NamedProgramme, NamedProgramme][] => {
  const groups = new Map<string, NamedProgramme[]>()
  const pairs: [NamedProgramme, NamedProgramme][] = []
  for (const programme of programmes) {
    const key = keyOf(programme)
    if (key === null || programme.period.from > programme.period.to) continue
    const group = groups.get(key) ?? []
    groups.set(key, group)
    if (group.length >= MOST_MENTIONS || group.some(known => isSame(known, programme))) continue
    const other = group.find(known => yearsOf(known) !== yearsOf(programme) && areOne(known, programme))
    if (other !== undefined) pairs.push([other, programme])
    group.push(programme)
  }
  return pairs
}

/** A mention that adds nothing to one that is known. */
const isSame = (a: NamedProgramme, b: NamedProgramme): boolean =>
  yearsOf(a) === yearsOf(b) &&
  a.title.join(' ') === b.title.join(' ') &&
  a.issuedWith?.number === b.issuedWith?.number &&
  a.issuedWith?.year === b.issuedWith?.year

const sameIssue = (a: NamedProgramme, b: NamedProgramme): boolean =>
  yearsAgree(a, b) &&
  !isFirstPhase(a, b) &&
  !isFirstPhase(b, a) &&
  a.title.slice(0, SAME_BEGINNING).join(' ') === b.title.slice(0, SAME_BEGINNING).join(' ')

const yearsAgree = (a: NamedProgramme, b: NamedProgramme): boolean => {
  const [one, other] = [a.issuedWith?.year ?? null, b.issuedWith?.year ?? null]
  return one === null || other === null || one === other
}

const isFirstPhase = ({ period: part }: NamedProgramme, { period: whole }: NamedProgramme): boolean =>
  part.from === whole.from && whole.to - part.to >= PHASE_SHORTER_BY

/** Successive programmes have one title; only periods that a slip sets apart, one year at one end, are taken for one. */
const sameProgramme = (a: NamedProgramme, b: NamedProgramme): boolean => {
  if (a.issuedWith !== null && b.issuedWith !== null && a.issuedWith.number !== b.issuedWith.number) return false
  if (!yearsAgree(a, b)) return false
  return Math.abs(a.period.from - b.period.from) + Math.abs(a.period.to - b.period.to) === 1
}
