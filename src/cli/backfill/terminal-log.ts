import type { ReadingLog } from '../../work/reading.ts'
import type { ProgressDisplay } from './progress-display.ts'

const detail = (details: object): string => {
  const { err, incident, code } = details as { err?: unknown; incident?: string; code?: string }
  const said = [incident, code, err instanceof Error ? err.message : undefined]
  return said.filter(each => each !== undefined).join(' ')
}

/** What a person at a terminal needs of the log: warnings and errors, each once until another comes. */
export function terminalLog(display: ProgressDisplay): ReadingLog {
  let last = ''
  const say = (details: object, message: string): void => {
    const line = `trichluc: ${message}: ${detail(details)}\n`
    if (line !== last) display.say(line)
    last = line
  }
  return { info: () => {}, warn: say, error: say }
}
