import { Readable } from 'node:stream'
import type { Streams } from '../../src/cli/streams.ts'

/** Runs a command of the command line. @returns its exit code, and what it said on either stream */
export const calling = async (
  command: (streams: Streams) => Promise<number>,
  environment: Streams['environment'] = {},
  more: Partial<Streams> = {},
) => {
  let [out, err] = ['', '']
  const streams: Streams = {
    stdin: Readable.from([]),
    print: text => {
      out += text
    },
    complain: text => {
      err += text
    },
    environment,
    ...more,
  }
  const code = await command(streams)
  return { code, out, err }
}
