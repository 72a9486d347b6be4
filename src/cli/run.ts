import { parseArgs } from 'node:util'
import type { Extract } from '../work/reading.ts'
import { FORMATS, type Format } from './format/format.ts'
import { EXIT, type Streams } from './streams.ts'
import { USAGE } from './usage.ts'

const isFormat = (text: string): text is Format => FORMATS.some(format => format === text)

const misused = (streams: Streams, vi: string, en: string): number => {
  streams.complain(`trichluc: ${vi}\ntrichluc: ${en}\n\n${USAGE}`)
  return EXIT.usage
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f', default: 'json' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'V' },
      },
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/**
 * The command line. Each command loads what it needs when it is called, so that `--help` comes at once.
 * @param args the arguments after the program's name
 * @param reader reads one document; the pipeline where it is not given
 * @returns the exit code: 0 done, 1 a file failed or the server could not start, 2 the command was not understood
 */
export async function run(args: readonly string[], streams: Streams, reader?: Extract): Promise<number> {
  const parsed = parse(args)
  if (typeof parsed === 'string') return misused(streams, 'Không hiểu tham số.', parsed)
  const { values, positionals } = parsed
  if (values.help === true) {
    streams.print(USAGE)
    return EXIT.done
  }
  if (values.version === true) {
    const { readVersion } = await import('../version.ts')
    streams.print(`${readVersion()}\n`)
    return EXIT.done
  }
  const [command, ...rest] = positionals
  switch (command) {
    case 'extract': {
      if (rest.length === 0) return misused(streams, 'Thiếu tên tệp.', 'No file is named.')
      if (!isFormat(values.format)) {
        return misused(
          streams,
          `Không có định dạng ${values.format}; cần ${FORMATS.join(', ')}.`,
          `There is no format ${values.format}; expected ${FORMATS.join(', ')}.`,
        )
      }
      const { extractCommand } = await import('./extract-command.ts')
      return await extractCommand(rest, values.format, streams, reader)
    }
    case 'serve': {
      if (rest.length > 0) return misused(streams, `Thừa tham số ${rest[0]}.`, `Unexpected argument ${rest[0]}.`)
      const { serve } = await import('../serve.ts')
      return await serve(streams.environment, streams.complain)
    }
    case undefined:
      return misused(streams, 'Thiếu lệnh.', 'No command is given.')
    default:
      return misused(streams, `Không có lệnh ${command}.`, `There is no command ${command}.`)
  }
}
