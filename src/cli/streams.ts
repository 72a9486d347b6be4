import type { Readable } from 'node:stream'

/** The outer world of a command. */
export interface Streams {
  readonly stdin: Readable
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Exit codes: all went well, something failed, the command was not understood. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const
