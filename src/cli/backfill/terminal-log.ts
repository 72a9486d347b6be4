import type { Bilingual } from '../../contract/index.ts'
import type { ReadingLog } from '../../work/reading.ts'
import type { ProgressDisplay } from './progress-display.ts'

const detail = (details: object): string => {
  const { err, incident, code } = details as { err?: unknown; incident?: string; code?: string }
  const said = [incident, code, err instanceof Error ? err.message : undefined]
  return said.filter(each => each !== undefined).join(' ')
}

/** What is waited for, with its cure, in both languages. */
const waitingText = ({ cause, cure }: { readonly cause: Bilingual; readonly cure: Bilingual }): string =>
  `trichluc: đang chờ: ${cause.vi} ${cure.vi}\ntrichluc: waiting: ${cause.en} ${cure.en}\n`

const isWaiting = (details: object): details is { cause: Bilingual; cure: Bilingual } =>
  'cause' in details && 'cure' in details

/** What a person at a terminal needs of the log: warnings and errors, each once until another comes. */
export function terminalLog(display: ProgressDisplay): ReadingLog {
  let last = ''
  const say = (details: object, message: string): void => {
    const line = isWaiting(details) ? waitingText(details) : `trichluc: ${message}: ${detail(details)}\n`
    if (line !== last) display.say(line)
    last = line
  }
  return { info: () => {}, warn: say, error: say }
}
