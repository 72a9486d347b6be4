import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Extraction, Records, Span } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { openApp } from '../http/support.ts'
import { drawAll, noChromium, Stage } from './browser.ts'
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
      if (name.endsWith('.pdf')) await page.getByRole('button', { name: 'Chữ' }).click()

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
      if (path.endsWith('.pdf')) await page.getByRole('button', { name: 'Chữ' }).click()

      const address = `${stage.address}/v1${new URL(page.url()).pathname}/extraction`
      const { observations, text } = (await (await fetch(address)).json()) as Extraction
      expect(observations.length).toBeGreaterThan(0.85 * goldLabels('lang-son-2020').length)
      const expected = observations.map(o => [o.id, text.slice(o.evidence.start, o.evidence.end).replace(/\s+/g, ' ')])
      await drawAll(page)
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
      await page.keyboard.press('w')
      const why = page.locator('tr.why')
      await why.getByText('242 hợp tác xã').first().waitFor()
      expect(await why.getByRole('row', { name: /^Kỳ/ }).getByRole('cell').allTextContents()).toEqual([
        '9 tháng đầu năm 2019',
        'mệnh đề 9 tháng đầu năm',
      ])
    },
  )

  test('on a scan words are found and lit, and any number tells why it is no record', async () => {
    const stage = await openStage()
    const page = await stage.page()
    await page.getByText('Kho chưa có tài liệu nào').waitFor()
    await drop(page, 'scans/lang-son-2020.skewed-1.jpg')
    const item = page.locator('.upload')
    await item.getByText('Xong').waitFor()
    await item.getByRole('link', { name: 'Mở' }).click()
    await page.locator('.sheet img').waitFor()
    const address = `${stage.address}/v1${new URL(page.url()).pathname}/extraction`
    const { observations, text, words = [] } = (await (await fetch(address)).json()) as Extraction

    const isRecord = ({ start, end }: Span) =>
      observations.some(({ evidence }) => evidence.start < end && start < evidence.end)
    const other = words.find(word => /^\d{2,}$/.test(text.slice(word.start, word.end)) && !isRecord(word))
    if (other === undefined) throw new Error('every number is a record')
    const number = text.slice(other.start, other.end)
    const [left, top, right, bottom] = other.box
    const sheet = page.locator('.sheet')
    const scale = (await sheet.evaluate(element => element.getBoundingClientRect().width)) / 595.44
    await sheet.click({ position: { x: ((left + right) / 2) * scale, y: ((top + bottom) / 2) * scale } })
    const note = page.locator('.numeral-note')
    await note.getByRole('heading', { name: number }).waitFor()
    await note.getByText(/Không phải số liệu|Không quy tắc nào/).waitFor()
    await page.keyboard.press('Escape')

    await page.keyboard.press('/')
    await page.keyboard.type('hợp tác xã')
    await page.locator('.light-found').first().waitFor()
    const lit = await page.locator('.light-found, .light-pointed').count()
    expect(lit).toBeGreaterThanOrEqual([...text.matchAll(/hợp tác xã/gi)].length)
    await page.keyboard.press('Escape')

    // The words that gave the selected record its meaning.
    await page.keyboard.press('j')
    await page.locator('.light-words, .light-context').first().waitFor()
  })

  test('the list tells how much of each document is reviewed and filters by it, by issuer too', async () => {
    const stage = await openStage()
    const page = await stage.page()
    await page.getByText('Kho chưa có tài liệu nào').waitFor()
    await drop(page, 'gold/lang-son-2020.txt')
    const rows = page.locator('table.documents tbody tr')
    await rows.getByText('Xong').waitFor()
    const shares = async () =>
      (await rows.locator('[data-label="Rà soát"]').allTextContents()).map(text => text.replace(/\s/g, ' '))
    expect(await shares()).toEqual(['0 %'])

    const href = await rows.getByRole('link').getAttribute('href')
    const address = `${stage.address}/v1${href}`
    const { version, records } = (await (await fetch(`${address}/records`)).json()) as Records
    const half = records.slice(0, records.length / 2)
    const answer = await fetch(`${address}/decisions`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json', 'if-match': `"${version}"` } },
      body: JSON.stringify({ who: 'Lan', decisions: half.map(({ id }) => ({ kind: 'confirm', record: id })) }),
    })
    expect(answer.status).toBe(201)
    await page.reload()
    await expect.poll(shares).toEqual(['50 %'])
    await page.getByLabel('Rà soát').selectOption('some')
    await page.waitForURL('**/?review=some')
    await expect.poll(shares).toEqual(['50 %'])
    await page.goto('/?review=all')
    await page.getByText('Không có tài liệu nào khớp với bộ lọc').waitFor()
    await page.goto('/')
    await page.getByLabel('Cơ quan ban hành').selectOption('Ủy ban nhân dân tỉnh Lạng Sơn')
    await page.waitForURL('**/?issuer=*')
    await expect.poll(shares).toEqual(['50 %'])
  })
})
