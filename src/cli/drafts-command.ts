import { join } from 'node:path'
import { readDraftsFolder } from '../config.ts'
import { type CheckedDraft, checkDrafts } from '../drafts/check-drafts.ts'
import { readDraftFiles } from '../drafts/draft-folder.ts'
import type { Difference } from '../drafts/judge-draft.ts'
import { problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import type { RuleFile } from '../rules/rule-files.ts'
import { type RulePlace, rulePlacesIn } from '../rules/rule-places.ts'
import { loadRules, RULES_FOLDER, type RuleSet } from '../rules/rule-set.ts'
import { systemCause } from '../system-cause.ts'
import { openRules } from './open-rules.ts'
import { EXIT, type Streams } from './streams.ts'

/**
 * Reads the drafts of examples alone and prints how the rules read them.
 * @param folder where the rules stand; the shipped ones where it is not given
 * @returns the exit code: 0 when the rules read all of them right, 1 while they do not, or when something cannot be read
 */
export async function draftsCommand(folder: string | undefined, streams: Streams): Promise<number> {
  const opened = openRules(folder, true)
  if (!opened.ok) {
    streams.complain(problemText('trichluc', opened.problem))
    return EXIT.failed
  }
  const drafts = readDraftsFolder(streams.environment)
  const files = await filesIn(drafts, streams)
  if (files === null) return EXIT.failed
  if (files.length === 0) streams.print(`${drafts}: chưa có bản nháp nào · no drafts\n`)
  return print(files, folder, opened.rules, streams)
}

/** Prints a line for each draft, and how many the rules read right; nothing where there is none. @returns as `draftsCommand` */
export const printDrafts = async (folder: string | undefined, streams: Streams): Promise<number> => {
  const drafts = readDraftsFolder(streams.environment)
  const files = await filesIn(drafts, streams)
  if (files === null) return EXIT.failed
  return files.length === 0 ? EXIT.done : print(files, folder, loadRules(folder), streams)
}

const print = (files: readonly RuleFile[], folder: string | undefined, rules: RuleSet, streams: Streams): number => {
  if (files.length === 0) return EXIT.done
  const drafts = readDraftsFolder(streams.environment)
  const checked = checkDrafts(files, rules)
  const places = rulePlacesIn(folder ?? RULES_FOLDER)
  const ruleText = (id: string) => ruleAt(id, folder ?? 'rules', places.get(id))
  for (const draft of checked) for (const line of draftLines(drafts, draft, ruleText)) streams.print(`${line}\n`)
  const count = (is: CheckedDraft['is']) => checked.filter(draft => draft.is === is).length
  const failing = count('failing') + count('faulty')
  streams.print(`${files.length} bản nháp · drafts: ${count('handled')} đạt · handled, ${failing} chưa đạt · failing\n`)
  return failing === 0 ? EXIT.done : EXIT.failed
}

/** Says that there are drafts which rules that cannot be loaded do not read. @returns 1 where there are some */
export const printUnread = async (streams: Streams): Promise<number> => {
  const files = await filesIn(readDraftsFolder(streams.environment), streams)
  if (files?.length === 0) return EXIT.done
  if (files !== null) streams.print(`${files.length} bản nháp chưa đọc · drafts not read\n`)
  return EXIT.failed
}

/** Null where the folder cannot be read, which is said. */
const filesIn = async (folder: string, streams: Streams): Promise<readonly RuleFile[] | null> => {
  try {
    return await readDraftFiles(folder)
  } catch (error) {
    const cause = systemCause(error)
    if (cause === null) throw error
    streams.complain(problemText('trichluc', problem('unreadable-path', { path: folder, ...cause })))
    return null
  }
}

const draftLines = (folder: string, draft: CheckedDraft, ruleText: (id: string) => string): string[] => {
  const path = join(folder, draft.file)
  if (draft.is === 'faulty')
    return draft.faults.map(({ line, fault }) => `${path}:${line}  không đọc được · faulty  ${fault}`)
  if (draft.is === 'handled') return [`${path}:${draft.line}  đạt · handled  ${draft.quote}`]
  const differences = draft.differences.map(difference => differenceText(difference, ruleText)).join('; ')
  return [`${path}:${draft.line}  chưa đạt · failing  ${draft.quote}  ${differences}`]
}

const differenceText = ({ attribute, read, expected, rule }: Difference, ruleText: (id: string) => string): string =>
  `${attribute} is ${shown(read)}${rule === null ? '' : ` by ${ruleText(rule)}`}; expected ${shown(expected)}`

const ruleAt = (id: string, folder: string, place: RulePlace | undefined): string =>
  place === undefined ? id : `${id} (${join(folder, place.file)}:${place.line})`

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
