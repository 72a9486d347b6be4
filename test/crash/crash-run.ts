import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import type { Extraction } from '../../src/contract/index.ts'
import { DEFAULT_LIMITS, extract } from '../../src/extract.ts'
import type { BackfillPage } from '../../src/http/backfill-schemas.ts'
import type { ArchivedDocument, DocumentPage, Facets } from '../../src/http/schemas.ts'
import type { Random } from '../support/random.ts'
import { zipOf } from '../support/zip.ts'
import { type CorpusFile, corpus } from './corpus.ts'
import { Program, type ProgramName } from './program.ts'

export interface CrashOptions {
  readonly documents: number
  readonly kills: number
  /** The programs that share the work; with an embedded archive the server alone. */
  readonly programs: readonly ProgramName[]
  readonly environment: Readonly<Record<string, string>>
  readonly random: Random
  /** A file that gets what the programs say. */
  readonly log: string
  /** Ends and starts the database now and then. */
  readonly restartDatabase?: () => Promise<void>
}

export interface CrashOutcome {
  readonly kills: number
  /** Hashes of the files that a server has acknowledged before it was killed for the last time. */
  readonly acknowledged: number
  /** What is wrong with the archive afterwards; nothing where all is well. */
  readonly faults: readonly string[]
}

/** Milliseconds that a set of programs lives at most before some of it is killed. */
const LIFE = 2_500

/** Files that are sent as one zip at most. */
const ZIP = 5

/** Sends a form with one file. @returns whether the server acknowledged it */
const post = async (url: string, name: string, content: Blob): Promise<boolean> => {
  const form = new FormData()
  form.append('file', content, name)
  try {
    return (await fetch(url, { method: 'POST', body: form })).ok
  } catch {
    return false
  }
}

/** Sends the first of some files: one as a document, or some as the zip of a backfill. @returns how many were acknowledged */
const sendSome = async (address: string, files: readonly CorpusFile[], random: Random): Promise<number> => {
  const [first] = files
  if (first === undefined) return 0
  if (random.next() < 0.6) {
    return (await post(`${address}/v1/documents`, first.name, new Blob([first.content]))) ? 1 : 0
  }
  const some = files.slice(0, Math.ceil(random.between(0, ZIP)))
  const zip = await zipOf(some.map(({ name, content }) => [name, content]))
  return (await post(`${address}/v1/backfills`, 'kho.zip', new Blob([new Uint8Array(zip)]))) ? some.length : 0
}

const json = async <T>(address: string, path: string): Promise<T> => (await (await fetch(address + path)).json()) as T

const allDocuments = async (address: string): Promise<ArchivedDocument[]> => {
  const all: ArchivedDocument[] = []
  let after = ''
  do {
    const page: DocumentPage = await json(address, `/v1/documents?limit=100${after}`)
    all.push(...page.documents)
    after = page.next === null ? '' : `&cursor=${page.next}`
  } while (after !== '')
  return all
}

/** Kills programs at random moments while files are sent to them, lets them end their work, and compares with an undisturbed run. */
export async function crashRun(options: CrashOptions): Promise<CrashOutcome> {
  const { documents, kills, environment, random, log } = options
  const files = corpus(documents)
  const pending = [...files]
  let acknowledged = 0
  const start = (name: ProgramName) =>
    new Program(name, { ...environment, PORT: '0', LOG_LEVEL: 'info', TRICHLUC_READERS: '1' }, log)
  let running = options.programs.map(start)
  const endedByThemselves: string[] = []

  const send = async (address: string, until: number) => {
    while (pending.length > until) {
      const sent = await sendSome(address, pending.slice(0, pending.length - until), random)
      if (sent === 0) return
      acknowledged += sent
      pending.splice(0, sent)
    }
  }

  for (let kill = 1; kill <= kills; kill++) {
    const server = running.find(program => program.name === 'serve')
    // As many files for each life that the last of them are sent in the last.
    const until = Math.floor((documents * (kills - kill)) / kills)
    const sending = server?.address().then(address => (address === null ? undefined : send(address, until)))
    await Promise.race([sleep(LIFE), sending?.then(() => sleep(random.between(0, 300)))])
    // While the database is ended, a program that just starts may say so and end.
    if (options.restartDatabase === undefined) {
      for (const program of running) if (!program.alive) endedByThemselves.push(`by itself ${program.epitaph}`)
    }
    const victims = running.filter(() => random.next() < 0.5)
    const [first] = running
    for (const victim of victims.length > 0 || first === undefined ? victims : [first]) {
      await victim.kill(random.next() < 0.5)
    }
    await sending
    if (options.restartDatabase !== undefined && random.next() < 0.1) await options.restartDatabase()
    running = running.map(program => (program.alive ? program : start(program.name)))
  }

  const server = running.find(program => program.name === 'serve')
  const address = (await server?.address()) ?? null
  if (address === null) throw new Error(`the server does not start again\n${readFileSync(log, 'utf8').slice(-4000)}`)
  await send(address, 0)
  const faults = [...endedByThemselves, ...(await faultsOf(address, files)), ...readTwice(readFileSync(log, 'utf8'))]
  for (const program of running) await program.stop()
  return { kills, acknowledged, faults }
}

/** The documents whose result was stored more than once, by what the programs say. */
const readTwice = (log: string): string[] => {
  const read = [...log.matchAll(/"document":"(\w+)".*"outcome":"read"/g)].map(([, id]) => id)
  return [...new Set(read.filter((id, i) => read.indexOf(id) !== i))].map(id => `${id} was read twice`)
}

const isDone = async (address: string): Promise<boolean> => {
  const { backfills }: z.infer<typeof BackfillPage> = await json(address, '/v1/backfills?limit=200')
  if (backfills.some(({ state }) => state !== 'done')) return false
  const { states }: Facets = await json(address, '/v1/facets')
  return states.every(({ state }) => state !== 'received' && state !== 'reading')
}

/** Waits until all is read, and says what differs from what reading the files undisturbed gives. */
const faultsOf = async (address: string, files: readonly CorpusFile[]): Promise<string[]> => {
  while (!(await isDone(address))) await sleep(200)
  const found = await allDocuments(address)
  const faults: string[] = []
  const stored = new Map(found.map(document => [document.sha256, document]))
  if (found.length !== stored.size) faults.push('a document is stored twice')
  if (found.length !== files.length) faults.push(`${found.length} documents of ${files.length}`)
  for (const file of files) {
    const document = stored.get(file.sha256)
    if (document === undefined) faults.push(`${file.name} is lost`)
    else if (document.state !== 'done') faults.push(`${file.name} is ${document.state}: ${document.problem?.code}`)
    else {
      const extraction = await json<Extraction>(address, `/v1/documents/${document.id}/extraction`)
      const undisturbed = await extract(Buffer.from(file.content), file.name, DEFAULT_LIMITS)
      const expected = undisturbed.ok ? undisturbed.extraction.observations : []
      if (JSON.stringify(extraction.observations) !== JSON.stringify(expected))
        faults.push(`${file.name} reads otherwise`)
    }
  }
  return faults
}
