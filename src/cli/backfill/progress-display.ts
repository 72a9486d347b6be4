import type { Streams } from '../streams.ts'

/** Shows a line that changes: in its place on a terminal, else anew now and then. */
export interface ProgressDisplay {
  show(line: string): void
  /** Prints what is to stay, above the line. */
  say(text: string): void
  /** Takes the line away from a terminal. */
  clear(): void
}

/** Milliseconds between two lines where they cannot be written over: a log of a night has a few thousand. */
const PLAIN_EVERY = 10_000

/** Erases the line that the cursor is on (ECMA-48: CR, EL). */
const ERASE = '\r\u001b[K'

export function progressDisplay(
  { complain, terminal = false }: Streams,
  now = () => performance.now(),
): ProgressDisplay {
  let shown = ''
  let last = Number.NEGATIVE_INFINITY
  const clear = (): void => {
    if (terminal && shown !== '') complain(ERASE)
    shown = ''
  }
  return {
    show(line) {
      if (terminal) {
        complain(ERASE + line)
        shown = line
      } else if (line !== shown && now() - last >= PLAIN_EVERY) {
        complain(`${line}\n`)
        shown = line
        last = now()
      }
    },
    say(text) {
      const line = shown
      if (terminal) clear()
      complain(text)
      if (terminal && line !== '') {
        complain(line)
        shown = line
      }
    },
    clear,
  }
}
