import type { CodeList, Language } from '../../contract/index.ts'
import { type JudgingCodes, statementIssues } from '../../review/statement-issues.ts'
import { text } from '../texts.ts'
import { formIssues } from './form-issues.ts'
import type { ReadDraft } from './statement-draft.ts'

/** What is wrong with the fields of a form, by the attribute that stands in each. */
export type StatementFaults = Readonly<Partial<Record<string, string>>>

/** The codes as statements are judged by them. */
export const judgingCodes = ({ indicators, provinces }: CodeList): JudgingCodes => ({
  indicators: new Map(indicators.map(indicator => [indicator.code, indicator])),
  provinces,
})

/** Words that cannot be read. */
export const unreadFaults = ({ faults }: ReadDraft, language: Language): StatementFaults =>
  Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, text(`edit.fault.${fault}`, language)]))

/** The same, and what cannot be of what was read: by the rules that the server goes by, before it is asked. */
export const statementFaults = (read: ReadDraft, codes: JudgingCodes, language: Language): StatementFaults => {
  const issues = statementIssues(read.statement, codes, '/statement')
  const { fields } = formIssues(issues.map(({ at, message }) => ({ at, message: message[language] })))
  return { ...fields, ...unreadFaults(read, language) }
}
