import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Extraction } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { openApp } from '../http/support.ts'
import { noChromium, Stage } from './browser.ts'
import { goldLabels } from './stub/gold.ts'

const FIXTURES = join(import.meta.dirname, '../../fixtures')

/** The pages before the whole product over a new archive. */
const openStage = async (): Promise<Stage> => {
  const stage = await Stage.open(async pages => {
    const { app } = await openApp({ extract, pages: pathToFileURL(`${pages}/`) })
    await app.listen({ host: '127.0.0.1', port: 0 })
    return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  })
  onTestFinished(() => stage.close())
  return stage
}

const drop = (page: Page, path: string): Promise<void> => {
  const file = { name: path.replace(/^.*\//, ''), content: readFileSync(join(FIXTURES, path)).toString('base64') }
  return page.evaluate<void>(`{
    const { name, content } = ${JSON.stringify(file)}
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name))
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
    }
  }`)
}

describe.skipIf(noChromium)('the pages before the real server (needs Chromium)', () => {
  test.each(['krong-pac-2020.tcvn3.pdf', 'krong-pac-2020.tcvn3.docx', 'krong-pac-2020.vni.docx'])(
    '%s, from before Unicode, is shown in readable letters, each mark at its number, and says what was done',
    async name => {
      const stage = await openStage()
      const page = await stage.page()
      await page.getByText('Kho chưa có tài liệu nào').waitFor()
      await drop(page, `legacy/${name}`)
      const item = page.locator('.upload')
      await item.getByText('Xong').waitFor()
      await item.getByRole('link', { name: 'Mở' }).click()
      await page.locator('.records tbody tr.record').first().waitFor()

      const shown = ((await page.locator('.text-pane').textContent()) ?? '').replace(/\s+/g, ' ')
      expect(shown).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      expect(shown).toContain('Phát triển kinh tế tập thể trên địa bàn huyện năm 2020')
      expect(shown).not.toMatch(/[®µ¸¹\u00AD]|hîp t¸c|hôïp taùc/)
      const address = `${stage.address}/v1${new URL(page.url()).pathname}/extraction`
      const { observations, text, document } = (await (await fetch(address)).json()) as Extraction
      expect(document.encoding).toBe(name.split('.')[1])
      expect(observations.length).toBeGreaterThan(20)
      const numbers = observations.map(o => text.slice(o.evidence.start, o.evidence.end).replace(/\s+/g, ' '))
      const marks = (await page.locator('.text-pane mark').allTextContents()).map(mark => mark.replace(/\s+/g, ' '))
      expect(numbers.filter(number => !marks.includes(number))).toEqual([])
      const notes = page.locator('.notes')
      expect(await notes.textContent()).toContain(document.encoding === 'vni' ? 'bảng mã VNI' : 'bảng mã TCVN3')
    },
    60_000,
  )

  test.each(['gold/lang-son-2020.txt', 'documents/lang-son-2020.pdf'])(
    '%s dropped on the page gives its records, each with the words it came from',
    async path => {
      const stage = await openStage()
      const page = await stage.page()
      await page.getByText('Kho chưa có tài liệu nào').waitFor()
      await drop(page, path)
      const item = page.locator('.upload')
      await item.getByText('Xong').waitFor()
      await item.getByRole('link', { name: 'Mở' }).click()
      await page.locator('.records tbody tr.record').first().waitFor()

      const address = `${stage.address}/v1${new URL(page.url()).pathname}/extraction`
      const { observations, text } = (await (await fetch(address)).json()) as Extraction
      expect(observations.length).toBeGreaterThan(0.85 * goldLabels('lang-son-2020').length)
      const expected = observations.map(o => [o.id, text.slice(o.evidence.start, o.evidence.end).replace(/\s+/g, ' ')])
      const shown = await page.evaluate<string[][]>(
        "[...document.querySelectorAll('tr.record[data-id]')].map(r => [r.dataset.id, r.querySelector('.record-quote b').textContent])",
      )
      expect(shown.sort()).toEqual(expected.sort())
      const quotes = await page.locator('.record-quote').allTextContents()
      expect(quotes.filter(quote => !/\p{L}{2}/u.test(quote))).toEqual([])
      const lit = await page.evaluate<string[]>(
        "[...document.querySelectorAll('mark[data-records]')].flatMap(mark => mark.dataset.records.split(' '))",
      )
      expect(new Set(lit)).toEqual(new Set(observations.map(o => o.id)))

      await page.locator('mark', { hasText: /^242$/ }).first().click()
      const why = page.locator('tr.why')
      await why.getByText('242 hợp tác xã').first().waitFor()
      expect(await why.getByRole('row', { name: /^Kỳ/ }).getByRole('cell').allTextContents()).toEqual([
        '9 tháng đầu năm 2019',
        'mệnh đề 9 tháng đầu năm',
      ])
    },
    60_000,
  )
})
