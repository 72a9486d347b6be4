import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { buildApp } from '../../src/http/app.ts'
import type { PressureLimits } from '../../src/http/pressure.ts'
import type { ArchivedDocument } from '../../src/http/schemas.ts'
import type { Target } from '../../src/reextract/target.ts'
import type { Extract } from '../../src/work/reading.ts'
import { readAnything } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'

export const TOKEN = 'a-token-of-more-than-24-characters'

/** A folder without pages. */
export const NO_PAGES = new URL('./no-pages-here/', import.meta.url)

export interface Opened {
  readonly app: FastifyInstance
  readonly archive: Archive
  readonly folder: string
}

interface Options {
  readonly environment?: Record<string, string>
  readonly extract?: Extract
  readonly pages?: URL
  readonly target?: () => Target
  readonly pressure?: PressureLimits
  readonly megabytes?: () => readonly number[]
  /** In place of a new one; whoever opened it closes it. */
  readonly archive?: Archive
}

/** The whole application over a new archive, closed after the test. */
export async function openApp(options: Options = {}): Promise<Opened> {
  const { environment = {}, extract = readAnything, pages = NO_PAGES } = options
  const folder = await temporaryFolder()
  const archive = options.archive ?? (await openArchive(folder))
  const app = await buildApp({
    archive,
    extract,
    config: configOf(environment),
    version: '0.0.1',
    pages,
    stopPatience: 20,
    ...(options.target === undefined ? {} : { target: options.target }),
    ...(options.pressure === undefined ? {} : { pressure: options.pressure }),
    ...(options.megabytes === undefined ? {} : { megabytes: options.megabytes }),
  })
  await app.ready()
  onTestFinished(async () => {
    await app.close()
    if (options.archive === undefined) await archive.close()
  })
  return { app, archive, folder }
}

export const configOf = (environment: Record<string, string>): Config => {
  const result = readConfig(environment)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.config
}

/** A multipart body as a browser sends it. */
export async function formOf(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  const form = new FormData()
  for (const [name, content] of Object.entries(files)) form.append('file', new Blob([content]), name)
  const encoded = new Response(form)
  return {
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  }
}

export const upload = async (app: FastifyInstance, files: Parameters<typeof formOf>[0]) =>
  app.inject({ method: 'POST', url: '/v1/documents', ...(await formOf(files)) })

/** Asks for a document until its state is final. */
export async function settled(app: FastifyInstance, id: string): Promise<ArchivedDocument> {
  for (;;) {
    const document = (await app.inject(`/v1/documents/${id}`)).json<ArchivedDocument>()
    if (!['received', 'reading'].includes(document.state)) return document
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

/** Reads what waits, as a worker does, until nothing is to be done to the document. */
export const readBy = async (archive: Archive, reader: Extract, id: string): Promise<void> => {
  for (;;) {
    const claimed = await archive.takeNext()
    if (claimed !== null) {
      const result = await reader(await archive.original(claimed.document), claimed.document.name, DEFAULT_LIMITS)
      if (result.ok) await archive.finish(claimed, result.extraction)
    }
    const row = await archive.db.selectFrom('documents').select('queued').where('id', '=', id).executeTakeFirst()
    if (row?.queued === null) return
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
