import { isDeepStrictEqual } from 'node:util'
import type { CurrentHeader, HeaderChanges } from '../contract/index.ts'
import { HEADER_FIELDS } from '../contract/index.ts'
import { HEADER_FIELD } from '../contract/labels.ts'
import { areaIssues } from './area-issues.ts'
import { type Issue, issue } from './issue.ts'
import { isDate, isPeriod } from './period-form.ts'
import type { Codes } from './statement-issues.ts'

/**
 * What cannot be of header fields that each have the right form: a field that says what stands already, a day that is in no calendar,
 * a code that the rules do not know, or know under other names. The form of a number is the office's own.
 * @param header as it is now
 * @param at the part of the request that the fields stand in
 */
export const headerIssues = (changes: HeaderChanges, header: CurrentHeader, codes: Codes, at: string): Issue[] => [
  ...HEADER_FIELDS.filter(field => field in changes && isDeepStrictEqual(changes[field], header[field])).map(field =>
    issue(`${at}/${field}`, 'field-unchanged', { field: HEADER_FIELD[field] }),
  ),
  ...(changes.issued != null && !isDate(changes.issued)
    ? [issue(`${at}/issued`, 'bad-date', { date: changes.issued })]
    : []),
  ...(['reports', 'plans'] as const).flatMap(field => {
    const period = changes[field]
    return period != null && !isPeriod(period) ? [issue(`${at}/${field}`, 'bad-period', { period })] : []
  }),
  ...areaIssues(changes.area, codes, `${at}/area`),
]
