import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

/**
 * Takes the README's picture: the built server (`npm run build`) with lang-son-2020 read, its document page with one record
 * chosen. Writes docs/images/document.png. Needs Chromium. Run: npx tsx test/tools/picture.ts
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SAMPLE = 'lang-son-2020.txt'
const PORT = 18_080
const ADDRESS = `http://127.0.0.1:${PORT}`
const PATIENCE = 20_000

/** Asks again until it gets an answer. */
const until = async <T>(ask: () => Promise<T | null>): Promise<T> => {
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    const answer = await ask().catch(() => null)
    if (answer !== null) return answer
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error('no answer; see the log above')
}

const data = await mkdtemp(join(tmpdir(), 'trichluc-picture-'))
const server = spawn(process.execPath, ['dist/main.js'], {
  cwd: ROOT,
  env: { PORT: String(PORT), TRICHLUC_DATA: data, LOG_LEVEL: 'warn' },
  stdio: 'inherit',
})
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  await until(async () => ((await fetch(`${ADDRESS}/readyz`)).ok ? true : null))
  const form = new FormData()
  form.append('files', new Blob([await readFile(join(ROOT, 'fixtures/gold', SAMPLE))]), SAMPLE)
  await fetch(`${ADDRESS}/v1/documents`, { method: 'POST', body: form })
  const id = await until(async () => {
    const { documents } = (await (await fetch(`${ADDRESS}/v1/documents`)).json()) as {
      documents: { id: string; state: string }[]
    }
    return documents.find(d => d.state === 'done')?.id ?? null
  })
  const page = await browser.newPage({ viewport: { width: 1200, height: 660 } })
  await page.goto(`${ADDRESS}/documents/${id}`)
  await page.getByText('1.840', { exact: true }).first().click()
  await page.waitForTimeout(800)
  await page.screenshot({ path: join(ROOT, 'docs/images/document.png') })
} finally {
  await browser.close()
  server.kill()
  await rm(data, { recursive: true, force: true })
}
