import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { builtProgram } from './built-program.ts'

export type ProgramName = 'serve' | 'worker' | 'backfill'

/** Characters of what a program said that tell why it ended. */
const TAIL = 2_000

/** A program of the product in a process group of its own, so that it can be ended as a crash or a power cut would. */
export class Program {
  readonly name: ProgramName
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  #said = ''

  /** @param log a file that gets what the program says; @param args behind its name */
  constructor(
    name: ProgramName,
    environment: Readonly<Record<string, string>>,
    log: string,
    args: readonly string[] = [],
  ) {
    this.name = name
    this.#child = spawn(process.execPath, [builtProgram(), name, ...args], {
      env: { PATH: process.env.PATH ?? '', ...environment },
      detached: true,
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#said += chunk
        appendFileSync(log, chunk)
      })
    }
    this.#ended = once(this.#child, 'exit')
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** How it ended and what it said last. */
  get epitaph(): string {
    const { exitCode, signalCode } = this.#child
    return `${this.name} ended with ${signalCode ?? exitCode}: ${this.#said.slice(-TAIL)}`
  }

  /** Resolves when it has said something, or has ended. */
  async spoken(): Promise<void> {
    while (this.alive && this.#said === '') await sleep(20)
  }

  /** Resolves with its exit code when it has ended by itself; null where it was killed. */
  async finished(): Promise<number | null> {
    await this.#ended
    this.#sweep()
    return this.#child.exitCode
  }

  /** The address of a server that listens; null when it ended before. */
  async address(): Promise<string | null> {
    while (this.alive) {
      const [, address] = /Server listening at (http:[^"]+)"/.exec(this.#said) ?? []
      if (address !== undefined) return address
      await sleep(20)
    }
    return null
  }

  /** @param whole the process with all its children, as a power cut; else the process alone, as the system's killer would */
  async kill(whole: boolean): Promise<void> {
    const { pid } = this.#child
    if (pid === undefined || !this.alive) return
    process.kill(whole ? -pid : pid, 'SIGKILL')
    await this.#ended
  }

  /** Asks it to end. @returns its exit code */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM')
    await this.#ended
    this.#sweep()
    return this.#child.exitCode
  }

  /** Ends what the process has left behind. */
  #sweep(): void {
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGKILL')
    } catch {
      // nothing was left
    }
  }
}
