import type { RuleFile } from '../rules/rule-files.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { checkYaml, type RuleError } from '../rules/yaml.ts'
import { cellText, Draft, type Excerpt } from './draft.ts'
import { type Difference, judgeDraft } from './judge-draft.ts'

/** What became of one draft. */
export type CheckedDraft =
  | { readonly is: 'handled'; readonly file: string; readonly line: number; readonly quote: string }
  | {
      readonly is: 'failing'
      readonly file: string
      readonly line: number
      readonly quote: string
      readonly differences: readonly Difference[]
    }
  | { readonly is: 'faulty'; readonly file: string; readonly faults: readonly RuleError[] }

/** Reads drafts with rules: those that the rules handle, those that they do not yet, and those that are none. */
export const checkDrafts = (files: readonly RuleFile[], rules: RuleSet): CheckedDraft[] =>
  files.map(({ name, source }) => {
    const { data, faults, lineOf } = checkYaml(name, source, Draft)
    if (data === null) return { is: 'faulty', file: name, faults }
    const at = { file: name, line: lineOf([data.table === undefined ? 'example' : 'table']), quote: quoteOf(data) }
    const { handled, differences } = judgeDraft(data, rules)
    return handled ? { is: 'handled', ...at } : { is: 'failing', ...at, differences }
  })

/** Characters on each side of the number. */
const AROUND = 40

/** The marked number with some of its words. */
const quoteOf = ({ example, table }: Excerpt): string => {
  const row = table?.rows.find(cells => cells.some(cell => /\[[^\]]+\]/.test(cellText(cell))))
  const text = example ?? row?.map(cellText).join(' | ') ?? ''
  const [start, end] = [text.indexOf('['), text.indexOf(']')]
  const before = text.slice(0, start)
  const after = text.slice(end + 1)
  return [
    before.length > AROUND ? `…${before.slice(-AROUND)}` : before,
    text.slice(start, end + 1),
    after.length > AROUND ? `${after.slice(0, AROUND)}…` : after,
  ].join('')
}
