import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { problem } from '../../src/problem.ts'
import type { Extract } from '../../src/work/reading.ts'
import { openApp } from '../http/support.ts'
import { readAnything } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'
import { zipOf } from '../support/zip.ts'
import { faultsOf, noChromium, Stage } from './browser.ts'

interface Served {
  readonly stage: Stage
  /** Ends the server and starts another one at the same address. */
  readonly restart: (between: () => Promise<void>) => Promise<void>
}

/** The pages before the whole product over a new archive. */
const serve = async (extract: Extract = readAnything): Promise<Served> => {
  const folder = await temporaryFolder()
  let archive: Archive | undefined
  let app: FastifyInstance | undefined
  let start = async (_port: number): Promise<number> => 0
  const stage = await Stage.open(async pages => {
    start = async port => {
      archive = await openArchive(folder)
      app = (await openApp({ archive, extract, pages: pathToFileURL(`${pages}/`) })).app
      await app.listen({ host: '127.0.0.1', port })
      return (app.server.address() as AddressInfo).port
    }
    return `http://127.0.0.1:${await start(0)}`
  })
  onTestFinished(async () => {
    await stage.close()
    await app?.close()
    await archive?.close()
  })
  return {
    stage,
    restart: async between => {
      await app?.close()
      await archive?.close()
      await between()
      await start(Number(new URL(stage.address).port))
    },
  }
}

/** A reader that reads no document before it is told to, and so many of them. */
const metered = () => {
  let allowed = 0
  const waiting: (() => void)[] = []
  const extract: Extract = async (...document) => {
    if (allowed > 0) allowed--
    else await new Promise<void>(resolve => waiting.push(resolve))
    return await readAnything(...document)
  }
  const allow = (count: number) => {
    const now = waiting.splice(0, count)
    allowed += count - now.length
    for (const go of now) go()
  }
  onTestFinished(() => allow(1000))
  return { extract, allow }
}

const KHO = () =>
  zipOf([
    ['2010/kh.txt', '35 hợp tác xã'],
    ['2010/bc.txt', '40 hợp tác xã'],
    ['2011/rong.txt', ''],
    ['Thumbs.db', 'x'],
  ])

const zipFile = async (name = 'kho.zip', content = KHO()) => ({
  ...{ name, mimeType: 'application/zip' },
  buffer: await content,
})

const follow = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Theo dõi lần nạp' }).click()
  await page.getByRole('heading', { level: 1, name: 'kho.zip' }).waitFor()
}

const fact = (page: Page, name: string) => page.locator('.backfill-facts div').filter({ hasText: name }).locator('dd')

const dropZip = async (page: Page): Promise<void> => {
  const content = (await KHO()).toString('base64')
  await page.evaluate(`{
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(atob('${content}'), c => c.charCodeAt(0))], 'kho.zip'))
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
    }
  }`)
}

describe.skipIf(noChromium)('the pages about backfills (need Chromium)', () => {
  test('a zip dropped on the archive page starts a backfill, whose page tells what became of each file and why', async () => {
    const { stage } = await serve()
    const page = await stage.page('/')
    await page.getByText('Thả tệp vào đây').waitFor()
    await dropZip(page)
    await follow(page)
    await page.getByText(/xong lúc/).waitFor()
    await expect.poll(() => fact(page, 'Đã đọc').textContent()).toBe('2')
    expect(await fact(page, 'Lỗi').textContent()).toBe('1')
    const cause = page.locator('.cause').filter({ hasText: 'Tệp rỗng' })
    await cause.getByText('Cách xử lý: Chọn lại tệp gốc và gửi lại.').waitFor()
    await cause.getByText('kho.zip!/2011/rong.txt').waitFor()

    const rows = page.locator('table.items tbody tr')
    await expect.poll(() => rows.count()).toBe(4)
    expect(await faultsOf(page)).toEqual([])
    await cause.getByRole('link', { name: '1 tệp' }).click()
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('rong.txt')])
    await page.reload()
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('rong.txt')])
    await page.getByLabel('Trạng thái').selectOption('done')
    await expect.poll(() => rows.count()).toBe(2)
    await rows.first().getByRole('link').click()
    await page.waitForURL('**/documents/*')
    await page.goBack()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải bảng tổng kết (CSV)' }).click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv).toContain('kho.zip!/2011/rong.txt,refused')
    expect(csv.trim().split('\r\n')).toHaveLength(5)
  })

  test('an archive without backfills says so, and one that was sent is listed with its counts', async () => {
    const { stage } = await serve()
    const page = await stage.page('/backfills')
    await page.getByText('Chưa có lần nạp hàng loạt nào').waitFor()
    await page.setInputFiles('input[type=file]', await zipFile())
    const row = page.locator('table.backfills tbody tr')
    await row.getByText('Xong').waitFor()
    await expect.poll(() => row.locator('td.figure').allInnerTexts()).toEqual(['4', '2', '1'])
    expect(await faultsOf(page)).toEqual([])
    await page.reload()
    await row.getByRole('link', { name: 'kho.zip' }).click()
    await page.getByText(/xong lúc/).waitFor()
  })

  test('the counts go on while it is looked at, and are right after the server was gone', async () => {
    const { extract, allow } = metered()
    const { stage, restart } = await serve(extract)
    const page = await stage.page('/backfills')
    const files = Array.from({ length: 8 }, (_, i) => [`${i}.txt`, `${i + 1} hợp tác xã`] as const)
    await page.setInputFiles('input[type=file]', await zipFile('kho.zip', zipOf(files)))
    await follow(page)
    await page.getByText('0/8 tệp').waitFor()
    allow(3)
    await page.getByText('3/8 tệp').waitFor()
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('3')
    await page.getByText('văn bản/giây').waitFor()

    await restart(async () => {
      await page.getByText('Mất kết nối với máy chủ').waitFor()
      expect(await page.getByText('3/8 tệp').isVisible()).toBe(true)
    })
    // what was being read when the server ended is read again
    allow(1000)
    await page.getByText(/xong lúc/).waitFor()
    expect(await page.getByText('Mất kết nối với máy chủ').count()).toBe(0)
    expect(await fact(page, 'Đã đọc').textContent()).toBe('8')
  })

  test('what failed is read again at the press of a button', async () => {
    let broken = true
    const { stage } = await serve(async (...document) =>
      broken ? { ok: false, problem: problem('damaged-file', { detail: 'xref' }) } : await readAnything(...document),
    )
    const page = await stage.page('/backfills')
    await page.setInputFiles('input[type=file]', await zipFile())
    await follow(page)
    await page.getByText(/xong lúc/).waitFor()
    broken = false
    await page.getByRole('button', { name: 'Đọc lại 2 tệp lỗi' }).click()
    await page.getByText('Tệp được đọc lại: 2.').waitFor()
    await expect.poll(() => fact(page, 'Đã đọc').textContent()).toBe('2')
    await page.getByText(/xong lúc/).waitFor()
    await expect
      .poll(() => page.locator('.cause').allInnerTexts())
      .toEqual([expect.stringContaining('Tệp rỗng'), expect.any(String)])
  })

  test('a backfill that is not there says so', async () => {
    const { stage } = await serve()
    const page = await stage.page('/backfills/0000000000000000')
    await page.getByRole('alert').getByText('Cách xử lý').waitFor()
  })

  test('files go on being sent while another page is looked at', async () => {
    const { stage } = await serve()
    const page = await stage.page('/')
    let pass = () => {}
    const held = new Promise<void>(resolve => (pass = resolve))
    await page.route('**/v1/backfills', async route => {
      if (route.request().method() === 'POST') await held
      await route.continue()
    })
    await page.setInputFiles('input[type=file]', await zipFile())
    await page.locator('.upload').filter({ hasText: 'kho.zip' }).waitFor()
    await page.getByRole('link', { name: 'Nạp hàng loạt' }).click()
    await page.locator('.upload').filter({ hasText: 'kho.zip' }).waitFor()
    pass()
    await page.getByRole('link', { name: 'Theo dõi lần nạp' }).waitFor()
  })
})
