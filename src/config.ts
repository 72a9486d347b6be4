import { availableParallelism } from 'node:os'
import { z } from 'zod'
import type { Bilingual } from './contract/index.ts'
import { DEFAULT_LIMITS, type Limits } from './extract.ts'
import { type Problem, problem } from './problem.ts'
import { DEFAULT_OCR, OCR_ENGINES, type OcrEngine } from './read/ocr/ocr-settings.ts'
import { DEFAULT_MEGABYTES, DEFAULT_SECONDS } from './work/pool/pool-limits.ts'

/** Shortest token that is accepted: 24 characters of a random base-64 text are 144 bits. */
export const MIN_TOKEN_LENGTH = 24

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** How documents are read beside each other, and what one of them may cost. */
export interface ReadingSettings {
  /** Documents read at once. */
  readonly readers: number
  /** Wall time of one document. */
  readonly secondsPerDocument: number
  /** Memory of the process that reads it, in 2^20 bytes. */
  readonly megabytesPerDocument: number
}

export interface Config {
  /** The address that the server binds to. */
  readonly host: string
  readonly port: number
  /** The folder of the archive, where no database is given. */
  readonly data: string
  /** `postgres://…`: the archive lies there, and workers read; null: it lies in the folder. */
  readonly database: string | null
  /** A folder that all machines reach, for the originals of an archive in PostgreSQL; null: they lie in the database. */
  readonly originals: string | null
  /** The folder that examples made of corrections are written to. */
  readonly drafts: string
  /** What every request must carry; null: none is asked for. */
  readonly token: string | null
  readonly limits: Limits
  readonly reading: ReadingSettings
  /** Largest file of a backfill that is sent, in bytes. */
  readonly maxZipBytes: number
  readonly logLevel: LogLevel
  /** Where a worker answers with its metrics; null: nowhere. */
  readonly metricsPort: number | null
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max))

interface Variable<T> {
  readonly schema: z.ZodType<T, string>
  /** What is expected, for people, with the unit. */
  readonly expected: Bilingual
  readonly fallback: T
}

const variable = <T>(schema: z.ZodType<T, string>, expected: Bilingual, fallback: T): Variable<T> => ({
  schema,
  expected,
  fallback,
})

const VARIABLES = {
  HOST: variable(
    z.string().regex(/^[\w.:-]+$/),
    { vi: 'một địa chỉ hoặc tên máy', en: 'an address or a host name' },
    '127.0.0.1',
  ),
  PORT: variable(wholeNumber(0, 65_535), { vi: 'một cổng, 0 đến 65535', en: 'a port, 0 to 65535' }, 8080),
  LOG_LEVEL: variable<LogLevel>(
    z.enum(LOG_LEVELS),
    { vi: `một trong ${LOG_LEVELS.join(', ')}`, en: `one of ${LOG_LEVELS.join(', ')}` },
    'info',
  ),
  TRICHLUC_METRICS_PORT: variable<number | null>(
    wholeNumber(0, 65_535),
    { vi: 'một cổng, 0 đến 65535', en: 'a port, 0 to 65535' },
    null,
  ),
  TRICHLUC_DATA: variable(z.string().min(1), { vi: 'một thư mục', en: 'a folder' }, './data'),
  DATABASE_URL: variable<string | null>(
    z.string().refine(text => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)),
    { vi: 'postgres://người-dùng:mật-khẩu@máy:cổng/tên', en: 'postgres://user:password@host:port/name' },
    null,
  ),
  TRICHLUC_ORIGINALS: variable<string | null>(z.string().min(1), { vi: 'một thư mục', en: 'a folder' }, null),
  TRICHLUC_DRAFTS: variable(z.string().min(1), { vi: 'một thư mục', en: 'a folder' }, 'rules/drafts'),
  TRICHLUC_TOKEN: variable<string | null>(
    z.string().regex(new RegExp(`^[\\x21-\\x7e]{${MIN_TOKEN_LENGTH},}$`)),
    {
      vi: `từ ${MIN_TOKEN_LENGTH} ký tự ASCII trở lên, không có dấu cách`,
      en: `${MIN_TOKEN_LENGTH} printable ASCII characters or more, without spaces`,
    },
    null,
  ),
  TRICHLUC_MAX_BYTES: variable(
    wholeNumber(1, 2 ** 31),
    { vi: 'số byte, 1 đến 2147483648', en: 'a number of bytes, 1 to 2147483648' },
    DEFAULT_LIMITS.maxBytes,
  ),
  TRICHLUC_MAX_ZIP_BYTES: variable(
    wholeNumber(1, 2 ** 40),
    { vi: 'số byte, 1 đến 1099511627776', en: 'a number of bytes, 1 to 1099511627776' },
    4 * 2 ** 30,
  ),
  TRICHLUC_MAX_PAGES: variable(
    wholeNumber(1, 1_000_000),
    { vi: 'số trang, 1 đến 1000000', en: 'a number of pages, 1 to 1000000' },
    DEFAULT_LIMITS.maxPages,
  ),
  TRICHLUC_MAX_CHARACTERS: variable(
    wholeNumber(1, 2 ** 28),
    { vi: 'số ký tự, 1 đến 268435456', en: 'a number of characters, 1 to 268435456' },
    DEFAULT_LIMITS.maxCharacters,
  ),
  TRICHLUC_OCR: variable<OcrEngine>(
    z.enum(OCR_ENGINES),
    { vi: `một trong ${OCR_ENGINES.join(', ')}`, en: `one of ${OCR_ENGINES.join(', ')}` },
    DEFAULT_OCR.engine,
  ),
  TRICHLUC_OCR_WORKERS: variable<number | null>(
    wholeNumber(1, 256),
    { vi: 'số trang nhận dạng cùng lúc, 1 đến 256', en: 'a number of pages at once, 1 to 256' },
    DEFAULT_OCR.workers,
  ),
  TRICHLUC_OCR_SECONDS: variable(
    wholeNumber(1, 86_400),
    { vi: 'số giây cho một trang, 1 đến 86400', en: 'a number of seconds for one page, 1 to 86400' },
    DEFAULT_OCR.secondsPerPage,
  ),
  TRICHLUC_OCR_DOCUMENT_SECONDS: variable(
    wholeNumber(1, 604_800),
    { vi: 'số giây cho một tài liệu, 1 đến 604800', en: 'a number of seconds for one document, 1 to 604800' },
    DEFAULT_OCR.secondsPerDocument,
  ),
  TRICHLUC_MAX_PIXELS: variable(
    wholeNumber(1, 1_000_000_000),
    { vi: 'số điểm ảnh của một trang, 1 đến 1000000000', en: 'a number of pixels of one page, 1 to 1000000000' },
    DEFAULT_OCR.maxPixels,
  ),
  TRICHLUC_READERS: variable<number>(
    wholeNumber(1, 256),
    { vi: 'số tài liệu đọc cùng lúc, 1 đến 256', en: 'a number of documents at once, 1 to 256' },
    availableParallelism(),
  ),
  TRICHLUC_DOCUMENT_SECONDS: variable(
    wholeNumber(1, 604_800),
    { vi: 'số giây để đọc một tài liệu, 1 đến 604800', en: 'a number of seconds to read one document, 1 to 604800' },
    DEFAULT_SECONDS,
  ),
  TRICHLUC_DOCUMENT_MEGABYTES: variable(
    wholeNumber(512, 1_048_576),
    {
      vi: 'số MB bộ nhớ để đọc một tài liệu, 512 đến 1048576',
      en: 'a number of MB to read one document, 512 to 1048576',
    },
    DEFAULT_MEGABYTES,
  ),
} as const

type Name = keyof typeof VARIABLES

/** What must not be printed: a token, an address with a password in it. */
const SECRETS: ReadonlySet<Name> = new Set<Name>(['TRICHLUC_TOKEN', 'DATABASE_URL'])

/** Whether an address can be reached from this machine only. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|\[::1\])$/i.test(host)

type Environment = Readonly<Record<string, string | undefined>>

/** Reads variables one by one and collects what is wrong with them. */
const reader = (environment: Environment) => {
  const problems: Problem[] = []
  const value = <T>(name: Name, { schema, expected, fallback }: Variable<T>): T => {
    const found = environment[name]
    if (found === undefined || found === '') return fallback
    const parsed = schema.safeParse(found)
    if (parsed.success) return parsed.data
    // A secret is one even when it is a bad one.
    const shown = SECRETS.has(name) ? '*'.repeat(found.length) : JSON.stringify(found)
    problems.push(problem('bad-configuration', { variable: name, found: shown, ...expected }))
    return fallback
  }
  const limits = (): Limits => ({
    maxBytes: value('TRICHLUC_MAX_BYTES', VARIABLES.TRICHLUC_MAX_BYTES),
    maxPages: value('TRICHLUC_MAX_PAGES', VARIABLES.TRICHLUC_MAX_PAGES),
    maxCharacters: value('TRICHLUC_MAX_CHARACTERS', VARIABLES.TRICHLUC_MAX_CHARACTERS),
    ocr: {
      engine: value('TRICHLUC_OCR', VARIABLES.TRICHLUC_OCR),
      workers: value('TRICHLUC_OCR_WORKERS', VARIABLES.TRICHLUC_OCR_WORKERS),
      secondsPerPage: value('TRICHLUC_OCR_SECONDS', VARIABLES.TRICHLUC_OCR_SECONDS),
      secondsPerDocument: value('TRICHLUC_OCR_DOCUMENT_SECONDS', VARIABLES.TRICHLUC_OCR_DOCUMENT_SECONDS),
      maxPixels: value('TRICHLUC_MAX_PIXELS', VARIABLES.TRICHLUC_MAX_PIXELS),
    },
  })
  const reading = (): ReadingSettings => ({
    readers: value('TRICHLUC_READERS', VARIABLES.TRICHLUC_READERS),
    secondsPerDocument: value('TRICHLUC_DOCUMENT_SECONDS', VARIABLES.TRICHLUC_DOCUMENT_SECONDS),
    megabytesPerDocument: value('TRICHLUC_DOCUMENT_MEGABYTES', VARIABLES.TRICHLUC_DOCUMENT_MEGABYTES),
  })
  return { problems, value, limits, reading }
}

const unknownVariables = (environment: Environment): Problem[] => {
  const known = Object.keys(VARIABLES).filter(name => name.startsWith('TRICHLUC_'))
  return Object.keys(environment)
    .filter(name => name.startsWith('TRICHLUC_') && !known.includes(name))
    .sort()
    .map(name => problem('unknown-variable', { variable: name, known: known.join(', ') }))
}

/** The folder of drafts alone, for commands that open no server. */
export const readDraftsFolder = ({ TRICHLUC_DRAFTS: folder }: Environment): string =>
  folder === undefined || folder === '' ? VARIABLES.TRICHLUC_DRAFTS.fallback : folder

/** The limits alone, for commands that open no server. */
export function readLimits(
  environment: Environment,
): { readonly ok: true; readonly limits: Limits } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const { problems, limits } = reader(environment)
  const found = limits()
  problems.push(...unknownVariables(environment))
  return problems.length === 0 ? { ok: true, limits: found } : { ok: false, problems }
}

/**
 * The configuration that the environment's variables give; an empty variable counts as unset.
 * @returns every problem at once: a bad value, an unknown `TRICHLUC_` variable, an open address without a token
 */
export function readConfig(environment: Environment): ConfigResult {
  const { problems, value, limits, reading } = reader(environment)
  const config: Config = {
    host: value('HOST', VARIABLES.HOST),
    port: value('PORT', VARIABLES.PORT),
    data: value('TRICHLUC_DATA', VARIABLES.TRICHLUC_DATA),
    database: value('DATABASE_URL', VARIABLES.DATABASE_URL),
    originals: value('TRICHLUC_ORIGINALS', VARIABLES.TRICHLUC_ORIGINALS),
    drafts: value('TRICHLUC_DRAFTS', VARIABLES.TRICHLUC_DRAFTS),
    token: value('TRICHLUC_TOKEN', VARIABLES.TRICHLUC_TOKEN),
    limits: limits(),
    reading: reading(),
    maxZipBytes: value('TRICHLUC_MAX_ZIP_BYTES', VARIABLES.TRICHLUC_MAX_ZIP_BYTES),
    logLevel: value('LOG_LEVEL', VARIABLES.LOG_LEVEL),
    metricsPort: value('TRICHLUC_METRICS_PORT', VARIABLES.TRICHLUC_METRICS_PORT),
  }
  problems.push(...unknownVariables(environment))
  if (problems.length === 0 && config.originals !== null && config.database === null) {
    problems.push(problem('originals-without-database'))
  }
  if (problems.length === 0 && config.token === null && !isLoopback(config.host)) {
    problems.push(problem('token-needed', { host: config.host, length: MIN_TOKEN_LENGTH }))
  }
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems }
}
