import type { Readable } from 'node:stream'

/** The outer world of a command. */
export interface Streams {
  readonly stdin: Readable
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Whether what is complained of is shown on a terminal, where a line can be written over. */
  readonly terminal?: boolean
  /** Resolves when the command is asked to stop; by signals where it is not given. */
  readonly stopped?: Promise<unknown>
}

/** Exit codes: all went well, something failed, the command was not understood. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const
