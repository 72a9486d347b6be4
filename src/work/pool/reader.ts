import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProblemError } from '../../problem.ts'
import type { OnPages } from '../../read/pages-read.ts'
import { temporaryFull } from '../../temporary-full.ts'
import { type ReaderJob, ReaderMessage, type ReaderReply } from './reader-messages.ts'
import { residentMegabytes } from './resident-megabytes.ts'

export interface ReaderOptions {
  /** The module that the process runs. */
  readonly entry: URL
  /** Of one job, from when it is handed over. */
  readonly seconds: number
  /** Memory of the process, in 2^20 bytes. */
  readonly megabytes: number
  /** Told what the process writes on its standard output and error. */
  readonly complain: (text: string) => void
}

/** Why a process gave no answer: it was ended for its time, its memory or because the pool closes, or it ended by itself. */
export type Ending = { readonly by: 'time' | 'memory' | 'closing' } | { readonly by: 'itself'; readonly detail: string }

type Outcome = { readonly reply: ReaderReply } | { readonly ended: Ending }

/** A process that reads documents, one at a time. */
export interface Reader {
  /**
   * One job at a time. A reader that gave no answer has ended, with the programs it had started, and its files are gone.
   * @param onPages told how far reading is, by readers that tell it
   */
  ask(job: ReaderJob, onPages?: OnPages): Promise<Outcome>
  /** Megabytes that it held when it was last looked at; 0 where that is not known. */
  readonly held: number
  /** Ends it in the midst of whatever it does. */
  end(): Promise<void>
  /** Resolves when the process has ended and everything it had begun is cleared away. */
  readonly ended: Promise<Ending>
}

/** Milliseconds between looks at the memory: a process that allocates as fast as it can gains some hundred megabytes in it. */
const LOOK = 100

/**
 * Megabytes of each half of V8's space for new objects, four times as many as it takes by itself: most of what a document needs while
 * it is read is then gone when that space is full, and is never moved (5 to 10 % of the processor time of a plan).
 */
const YOUNG = 64

/** Characters of what a process wrote last, where V8 tells of its heap. */
const TAIL = 4_000

/** Processes must not outlive this one, nor must their files; what is killed outright is followed by `answerJobs`. */
const running = new Set<() => void>()
process.once('exit', () => {
  for (const clear of running) clear()
})

/** @throws ProblemError `temporary-full` */
export function startReader({ entry, seconds, megabytes, complain }: ReaderOptions): Reader {
  const scratch = scratchFolder()
  const child = fork(entry, [scratch], {
    detached: true,
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [`--max-old-space-size=${megabytes}`, `--max-semi-space-size=${YOUNG}`],
    env: environmentFor(scratch),
  })
  const groups = new Set<number>()
  let because: Ending | null = null
  let held = 0
  let tail = ''
  let answered: ((outcome: Outcome) => void) | null = null
  let told: OnPages | undefined
  let over: Ending | null = null

  const killAll = () => {
    for (const group of [child.pid, ...groups]) killGroup(group)
  }
  const clearNow = () => {
    killAll()
    rmSync(scratch, { recursive: true, force: true })
  }
  const kill = (ending: Ending) => {
    because ??= ending
    killAll()
  }
  const look = () => {
    held = (child.pid === undefined ? null : residentMegabytes(child.pid)) ?? held
    if (answered !== null && held > megabytes) kill({ by: 'memory' })
  }
  running.add(clearNow)
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-TAIL)
      complain(text)
    })
  }
  child.on('message', message => {
    const { success, data: said } = ReaderMessage.safeParse(message)
    if (!success) kill({ by: 'itself', detail: 'no answer in an answer’s form' })
    else if ('reply' in said) answered?.({ reply: said.reply })
    else if ('read' in said) told?.(said.read)
    else if (said.runs) groups.add(said.group)
    else groups.delete(said.group)
  })
  const ended = endOf(child, killAll).then(async (how): Promise<Ending> => {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 }).catch(error => complain(`${error}\n`))
    running.delete(clearNow)
    return because ?? (/heap out of memory/.test(tail) ? { by: 'memory' } : { by: 'itself', detail: how })
  })
  // Once for the process: a promise keeps whatever waits for it, with each reply that came instead, until it is settled.
  void ended.then(ending => {
    over = ending
    answered?.({ ended: ending })
  })
  /** Whether the process keeps this one alive: only while it reads. */
  const hold = (holds: boolean) => {
    const verb = holds ? 'ref' : 'unref'
    child[verb]()
    child.channel?.[verb]()
    for (const stream of [child.stdout, child.stderr]) (stream as Partial<NodeJS.ReadStream> | null)?.[verb]?.()
  }
  hold(false)

  return {
    ended,
    get held() {
      return held
    },
    async end() {
      hold(true)
      kill({ by: 'closing' })
      await ended
    },
    async ask(job, onPages) {
      if (over !== null) return { ended: over }
      hold(true)
      told = onPages
      const timer = setTimeout(() => kill({ by: 'time' }), seconds * 1000)
      const watch = setInterval(look, LOOK)
      const outcome = new Promise<Outcome>(resolve => {
        answered = resolve
      })
      // a channel that has closed tells of it by the process's end
      child.send(job, () => undefined)
      try {
        return await outcome
      } finally {
        answered = null
        told = undefined
        clearTimeout(timer)
        clearInterval(watch)
        hold(false)
        look()
      }
    },
  }
}

const scratchFolder = (): string => {
  try {
    return mkdtempSync(join(tmpdir(), 'trichluc-'))
  } catch (error) {
    const full = temporaryFull(error)
    throw full === null ? error : new ProblemError(full)
  }
}

/** Resolves with the exit code or signal, in words, when the process and its output have ended. */
const endOf = (child: ChildProcess, clear: () => void): Promise<string> =>
  new Promise(resolve => {
    child.once('error', error => {
      if (child.pid === undefined) resolve(error.message)
    })
    // its programs may hold its output open
    child.once('exit', clear)
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })

/** The configuration stays with the server: its token and the password of its database are none of a document's business. */
const WITHHELD = /^(TRICHLUC_|DATABASE_URL$|PG)/

const environmentFor = (scratch: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !WITHHELD.test(name))),
  TMPDIR: scratch,
})

function killGroup(group: number | undefined): void {
  if (group === undefined) return
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // no process is left in it
  }
}
