import type { Reference } from '../../contract/index.ts'
import { fold } from '../../repair/fold.ts'
import type { Finding } from '../finding.ts'
import { put } from '../groups.ts'
import type { FormDocument } from './form-document.ts'
import { legalNumber } from './legal-number.ts'
import { partyResolutionMismatch } from './party-resolution.ts'
import { formOf, type NamedDocument, twoWays } from './two-ways.ts'
import { written } from './written.ts'

/** Forms under one number that are compared with each other: real texts have a handful. */
const MOST_FORMS = 40

type Checked = Pick<FormDocument, 'text'> & { readonly document: Pick<FormDocument['document'], 'references'> }

/** One legal document that a text names in two ways: two symbols, dates, types, or congresses of the Party. */
export const referenceMismatch = (checked: Checked): Finding[] => [
  ...mismatchedNumbers(checked),
  ...partyResolutionMismatch(checked),
]

const mismatchedNumbers = ({ text, document: { references } }: Checked): Finding[] =>
  [...byNumber(text, references).values()].flatMap(named => {
    const forms = distinct(named).slice(0, MOST_FORMS)
    const found = new Map<string, Finding>()
    forms.forEach((second, i) => {
      for (const first of forms.slice(0, i)) {
        const difference = twoWays(first, second)
        if (difference === null) continue
        const both = [first, second].map(one => formOf(one, difference.in))
        const key = [difference.in, ...both.sort()].join(' ')
        if (found.has(key)) continue
        const same = named.filter(
          one =>
            one !== first &&
            one !== second &&
            both.includes(formOf(one, difference.in)) &&
            (difference.in === 'symbol' || formOf(one, 'symbol') === formOf(first, 'symbol')),
        )
        found.set(key, finding(text, first, second, same, difference.certain))
      }
    })
    return [...found.values()]
  })

const finding = (
  text: string,
  first: NamedDocument,
  second: NamedDocument,
  same: readonly NamedDocument[],
  certain: boolean,
): Finding => {
  const [one, other] = [written(text, first.reference), written(text, second.reference)]
  return {
    check: 'reference-mismatch',
    severity: certain ? 'warning' : 'note',
    expression: ['“', one, '” ≠ “', other, '”'],
    places: same.map(({ reference: { start, end } }) => ({ start, end })),
    words: { first: one.text, second: other.text },
  }
}

const byNumber = (text: string, references: readonly Reference[]): Map<string, NamedDocument[]> => {
  const groups = new Map<string, NamedDocument[]>()
  for (const reference of references) {
    const number = legalNumber(reference.number)
    if (number === null) continue
    put(groups, number.count, { reference, number, kind: printedKind(text, reference) })
  }
  return groups
}

/** A second number takes the type of the first (`Kế hoạch số 12/… và 15/…`), which says nothing of how it was written. */
const printedKind = (text: string, { start, end, kind }: Reference): string | null =>
  kind !== null && fold(text.slice(start, end)).replace(/\s+/gu, ' ').startsWith(fold(kind)) ? fold(kind) : null

const distinct = (named: readonly NamedDocument[]): NamedDocument[] =>
  [
    ...new Map(
      [...named]
        .reverse()
        .map(n => [[fold(n.reference.number), n.kind, n.reference.date, n.reference.issuer].join('|'), n] as const),
    ).values(),
  ].sort((a, b) => a.reference.start - b.reference.start)
