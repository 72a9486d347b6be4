import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

/** Runs the program. @param reads whether anybody reads what it prints */
const cli = (args: readonly string[], reads = true) =>
  new Promise<{ code: number | null; out: string; err: string }>(resolve => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/trichluc.ts', ...args], { env: {} })
    let out = ''
    let err = ''
    if (reads) {
      child.stdout.on('data', chunk => {
        out += chunk
      })
    } else {
      child.stdout.destroy()
    }
    child.stderr.on('data', chunk => {
      err += chunk
    })
    child.on('close', code => resolve({ code, out, err }))
  })

test('the program ends with its exit code', async () => {
  const usage = await cli(['extract'])
  expect([usage.code, usage.out]).toEqual([2, ''])
  const missing = await cli(['extract', 'nowhere.txt'])
  expect([missing.code, missing.out]).toEqual([1, ''])
})

test('a reader that has gone is no failure', async () => {
  expect(await cli(['--help'], false)).toEqual({ code: 0, out: '', err: '' })
})
