import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** Where Debian puts the programs of PostgreSQL: one folder a version. */
const VERSIONS = '/usr/lib/postgresql'

/** Milliseconds in which it starts, also on a busy machine. */
const PATIENCE = 60_000

export const programs = (): string | null => {
  const [newest] = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : []
  return newest === undefined ? null : join(VERSIONS, newest, 'bin')
}

const idOf = (option: '-u' | '-g'): number => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }))

/** A port that nobody listens on at this moment. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

export interface PostgresServer {
  readonly url: string
  /** Ends it at once, as a power cut would, and keeps its files. */
  kill(): Promise<void>
  /** Starts it again after `kill`. */
  start(): Promise<void>
  /** Lets it fall silent: it accepts connections and statements, and answers none. */
  pause(): void
  /** Lets it answer again, also what it was asked meanwhile. */
  resume(): void
  /** Ends it and removes its files. */
  remove(): Promise<void>
}

/**
 * A PostgreSQL of its own with durable commits (fsync on), in a temporary folder. Root may not run it, and hands it to the user
 * that Debian's package makes.
 * @returns null where PostgreSQL is not installed
 */
export async function startPostgres(): Promise<PostgresServer | null> {
  const bin = programs()
  if (bin === null) return null
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  if (user.uid !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid)
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...user, cwd: folder, stdio: 'ignore' },
  )
  const port = await freePort()
  const url = `postgres://test@127.0.0.1:${port}/postgres`
  let server: ReturnType<typeof spawn> | null = null
  let ended: Promise<void> = Promise.resolve()

  const start = async () => {
    const started = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=on'],
      { ...user, cwd: folder, stdio: 'ignore' },
    )
    server = started
    ended = new Promise(resolve => started.once('exit', () => resolve()))
    for (const from = Date.now(); Date.now() - from < PATIENCE; ) {
      const client = new pg.Client(url)
      const up = await client.connect().then(
        () => true,
        () => false,
      )
      await client.end().catch(() => {})
      if (up) return
      await sleep(50)
    }
    throw new Error('PostgreSQL does not start')
  }
  const end = (signal: NodeJS.Signals) => {
    server?.kill(signal)
    return ended
  }
  /** To all of its processes: those that answer statements are its children. */
  const signalAll = (signal: 'SIGSTOP' | 'SIGCONT') => {
    if (server?.pid === undefined || server.exitCode !== null) return
    const pid = String(server.pid)
    process.kill(server.pid, signal)
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', pid], { encoding: 'utf8' }).match(/\d+/g) ?? []
    for (const child of children) {
      try {
        process.kill(Number(child), signal)
      } catch {
        // It has ended since.
      }
    }
  }
  await start()
  return {
    url,
    start,
    kill: () => end('SIGQUIT'),
    pause: () => signalAll('SIGSTOP'),
    resume: () => signalAll('SIGCONT'),
    async remove() {
      signalAll('SIGCONT')
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
