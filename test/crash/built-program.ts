import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** Lies where the packages are found. Each process of tests has its own: to compile anew what another one runs would break it. */
const FOLDER = join(ROOT, 'node_modules', `.trichluc-built-${process.pid}`)

let entry: string | null = null

/**
 * The command line's module, compiled from the sources as they are: it starts in a third of the time that the sources take. What it
 * needs beside it is linked.
 */
export function builtProgram(): string {
  if (entry !== null) return entry
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER)
  process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }))
  for (const name of ['rules', 'fixtures', 'package.json']) {
    symlinkSync(join(ROOT, name), join(FOLDER, name))
  }
  const compiler = join(ROOT, 'node_modules', '.bin', 'tsc')
  execFileSync(compiler, ['-p', join(ROOT, 'tsconfig.build.json'), '--outDir', join(FOLDER, 'dist')], { cwd: ROOT })
  entry = join(FOLDER, 'dist', 'cli', 'trichluc.js')
  return entry
}
