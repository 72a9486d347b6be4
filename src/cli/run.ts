import { parseArgs } from 'node:util'
import type { Extract } from '../work/reading.ts'
import { FORMATS, TEXT_FORMATS } from './format/format.ts'
import { EXIT, type Streams } from './streams.ts'
import { USAGE } from './usage.ts'

/** Arguments that no command understands: what to say of them, in both languages. */
class Misuse extends Error {
  readonly vi: string
  readonly en: string
  constructor(vi: string, en: string) {
    super(en)
    this.vi = vi
    this.en = en
  }
}

/** No option begins so: standard input with a place (`-:3`), and a sentence that is a list item (`- 35 hợp tác xã`). */
const NO_OPTION = /^-[:\s]/

/** Moves what looks like options and is none behind `--`. */
const told = (args: readonly string[]): string[] => {
  if (args.includes('--') || !args.some(arg => NO_OPTION.test(arg))) return [...args]
  return [...args.filter(arg => !NO_OPTION.test(arg)), '--', ...args.filter(arg => NO_OPTION.test(arg))]
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: told(args),
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f' },
        rules: { type: 'string' },
        all: { type: 'boolean' },
        changed: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        csv: { type: 'string' },
        json: { type: 'boolean' },
        repair: { type: 'boolean' },
        drafts: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'V' },
      },
    })
  } catch (error) {
    throw new Misuse('Không hiểu tham số.', error instanceof Error ? error.message : String(error))
  }
}

type Options = ReturnType<typeof parse>['values']

/** The format asked for; the first where none is. */
const formatOf = <F extends string>({ format }: Options, formats: readonly [F, ...F[]]): F => {
  const found = format === undefined ? formats[0] : formats.find(f => f === format)
  if (found !== undefined) return found
  const all = formats.join(', ')
  throw new Misuse(`Không có định dạng ${format}; cần ${all}.`, `There is no format ${format}; expected ${all}.`)
}

/** The only argument of a command. */
const only = (args: readonly string[], vi: string, en: string): string => {
  const [first, second] = args
  if (first === undefined) throw new Misuse(`Thiếu ${vi}.`, `${en} is missing.`)
  if (second !== undefined) throw new Misuse(`Thừa tham số ${second}.`, `Unexpected argument ${second}.`)
  return first
}

const none = (args: readonly string[]): void => {
  if (args[0] !== undefined) throw new Misuse(`Thừa tham số ${args[0]}.`, `Unexpected argument ${args[0]}.`)
}

type Command = (args: readonly string[], options: Options, streams: Streams, reader?: Extract) => Promise<number>

const RULES_COMMANDS: Readonly<Record<string, Command>> = {
  async try(args, options, streams) {
    const sentence = only(args, 'câu', 'The sentence')
    const format = formatOf(options, TEXT_FORMATS)
    const { tryCommand } = await import('./try-command.ts')
    return await tryCommand(sentence, options.rules, format, streams)
  },
  async check(args, options, streams) {
    none(args)
    const { checkCommand } = await import('./check-command.ts')
    return await checkCommand(options.rules, options.drafts === true, streams)
  },
  async drafts(args, options, streams) {
    none(args)
    const { draftsCommand } = await import('./drafts-command.ts')
    return await draftsCommand(options.rules, streams)
  },
}

/** Words that are no path after `backfill`; a file of such a name is `./status`. */
const BACKFILL_COMMANDS: ReadonlySet<string> = new Set(['status', 'resume', 'retry-failed'])

const COMMANDS: Readonly<Record<string, Command>> = {
  async extract(args, options, streams, reader) {
    if (args.length === 0) throw new Misuse('Thiếu tên tệp.', 'No file is named.')
    const format = formatOf(options, FORMATS)
    const { extractCommand } = await import('./extract-command.ts')
    return await extractCommand(args, format, streams, reader)
  },
  async text(args, options, streams) {
    const path = only(args, 'tên tệp', 'The file')
    if (options.format !== undefined) throw new Misuse('Lệnh text không có --format.', 'text takes no --format.')
    const { textCommand } = await import('./text-command.ts')
    return await textCommand(path, streams)
  },
  async explain(args, options, streams) {
    const text = only(args, 'TỆP:DÒNG', 'FILE:LINE')
    const format = formatOf(options, TEXT_FORMATS)
    const { explainCommand, parsePlace } = await import('./explain-command.ts')
    const place = parsePlace(text)
    if (place === null)
      throw new Misuse(`${text} không có dạng TỆP:DÒNG[:CỘT].`, `${text} is not of the form FILE:LINE[:COLUMN].`)
    return await explainCommand(place, format, streams)
  },
  async rules(args, options, streams) {
    const [name, ...rest] = args
    if (name === undefined)
      throw new Misuse('Thiếu lệnh: try, check hoặc drafts.', 'A command is missing: try, check or drafts.')
    const command = Object.hasOwn(RULES_COMMANDS, name) ? RULES_COMMANDS[name] : undefined
    if (!command) throw new Misuse(`Không có lệnh rules ${name}.`, `There is no command rules ${name}.`)
    return await command(rest, options, streams)
  },
  async doctor(args, _options, streams) {
    none(args)
    const { doctorCommand } = await import('./doctor-command.ts')
    return await doctorCommand(streams)
  },
  async backfill(args, options, streams, reader) {
    const [name, ...rest] = args
    if (name === undefined) throw new Misuse('Thiếu đường dẫn.', 'No path is named.')
    const backfill = await import('./backfill-command.ts')
    const csv = options.csv ?? null
    if (!BACKFILL_COMMANDS.has(name)) {
      return await backfill.backfillCommand(args, { dryRun: options['dry-run'] === true, csv, reader }, streams)
    }
    if (options['dry-run'] === true) {
      throw new Misuse(`Lệnh backfill ${name} không có --dry-run.`, `backfill ${name} takes no --dry-run.`)
    }
    const [id = null, ...more] = rest
    none(more)
    if (name === 'status') return await backfill.statusCommand(id, csv, streams)
    const command = name === 'resume' ? backfill.resumeCommand : backfill.retryFailedCommand
    return await command(id, { csv, reader }, streams)
  },
  async reextract(args, options, streams, reader) {
    none(args)
    const { changed = false, all = false, 'dry-run': dryRun = false, json = false } = options
    if (changed && all) throw new Misuse('Chọn --changed hoặc --all.', 'Choose either --changed or --all.')
    const scope = changed ? 'changed' : all ? 'everything' : 'all'
    const { reextractCommand } = await import('./reextract-command.ts')
    return await reextractCommand({ scope, dryRun, json }, streams, reader)
  },
  async compare(args, options, streams) {
    const [before, after, more] = args
    if (before === undefined || after === undefined)
      throw new Misuse('Cần hai tệp JSON: trước và sau.', 'Two JSON files are needed: before and after.')
    only(more === undefined ? [after] : [after, more], 'tên tệp', 'The file')
    const format = formatOf(options, TEXT_FORMATS)
    const { compareCommand } = await import('./compare-command.ts')
    return await compareCommand(before, after, format, streams)
  },
  async backup(args, _options, streams) {
    const folder = only(args, 'thư mục', 'The folder')
    const { backupCommand } = await import('./backup-command.ts')
    return await backupCommand(folder, streams)
  },
  async verify(args, options, streams) {
    none(args)
    const { verifyCommand } = await import('./verify-command.ts')
    return await verifyCommand({ json: options.json === true, repair: options.repair === true }, streams)
  },
  async worker(args, _options, streams) {
    none(args)
    const { work } = await import('../work/worker.ts')
    return await work(streams.environment, streams.complain)
  },
  async serve(args, _options, streams) {
    none(args)
    const { serve } = await import('../serve.ts')
    return await serve(streams.environment, streams.complain)
  },
}

/**
 * The command line. Each command loads what it needs when it is called, so that `--help` comes at once.
 * @param args the arguments after the program's name
 * @param reader reads one document; the pipeline where it is not given
 * @returns the exit code: 0 done, 1 a file failed or the server could not start, 2 the command was not understood
 */
export async function run(args: readonly string[], streams: Streams, reader?: Extract): Promise<number> {
  try {
    const { values, positionals } = parse(args)
    if (values.help === true) {
      streams.print(USAGE)
      return EXIT.done
    }
    if (values.version === true) {
      const { readVersion } = await import('../version.ts')
      streams.print(`${readVersion()}\n`)
      return EXIT.done
    }
    const [name, ...rest] = positionals
    if (name === undefined) throw new Misuse('Thiếu lệnh.', 'No command is given.')
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!command) throw new Misuse(`Không có lệnh ${name}.`, `There is no command ${name}.`)
    return await command(rest, values, streams, reader)
  } catch (error) {
    if (!(error instanceof Misuse)) {
      const { tellFault } = await import('../tell-fault.ts')
      tellFault(error, streams.environment, streams.complain)
      return EXIT.failed
    }
    streams.complain(`trichluc: ${error.vi}\ntrichluc: ${error.en}\n\n${USAGE}`)
    return EXIT.usage
  }
}
