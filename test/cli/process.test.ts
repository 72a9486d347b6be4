import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { text } from 'node:stream/consumers'
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

test.skipIf(!existsSync('/dev/full'))('an output that is full is told of (needs /dev/full)', async () => {
  const full = openSync('/dev/full', 'w')
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/trichluc.ts', '--help'], {
    env: {},
    stdio: ['ignore', full, 'pipe'],
  })
  closeSync(full)
  const said = child.stderr === null ? '' : text(child.stderr)
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  expect(await said).toBe(
    'trichluc: Không in được kết quả. Không ghi được đầu ra: ổ đĩa đã đầy. Kiểm tra nơi nhận đầu ra rồi chạy lại.\n' +
      'trichluc: The result cannot be printed. The output cannot be written: the disk is full. Check where the output goes and run it again.\n',
  )
})

test('a reader that has gone is no failure', async () => {
  expect(await cli(['--help'], false)).toEqual({ code: 0, out: '', err: '' })
})
