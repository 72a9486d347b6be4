import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TinyPage, tinyPdf } from '../../fixtures/tiny-pdf.ts'
import type { Box } from '../../src/contract/index.ts'
import { noChromium, resize } from './browser.ts'
import {
  drawn,
  light,
  mark,
  openSheets,
  placeOf,
  record,
  type Sheets,
  type ShownFile,
  select,
  told,
} from './open-sheets.ts'

let sheets: Sheets
beforeAll(async () => {
  if (!noChromium) sheets = await openSheets()
})
afterAll(() => sheets?.close())

const fixture = (path: string) => Uint8Array.from(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url)))

const pdf = (pages: readonly TinyPage[], rotate = 0): ShownFile => ({
  bytes: Uint8Array.from(tinyPdf(pages, rotate)),
  mediaType: 'application/pdf',
  pages: pages.length,
})

/** Points between the lower and the upper edge of an A4 page. */
const HEIGHT = 842

/** A number at a known place between words, 142 points from the upper edge: Helvetica's figures are 0.556 em wide. */
const LINE: TinyPage = [
  { text: 'Thanh lap moi', x: 72, y: 700 },
  { text: '35', x: 200, y: 700 },
  { text: 'hop tac xa, nam truoc 135', x: 220, y: 700 },
  { text: 'Tong so 1.599 thanh vien', x: 72, y: 660 },
]
const FIGURES: Box = [200, HEIGHT - 700 - 12, 200 + 2 * 0.556 * 12, HEIGHT - 700 + 3]

/** Marks reach two pixels beyond the ink. */
const expectAt = (place: readonly number[], [left, top, right, bottom]: Box, within = 5): void => {
  for (const [i, edge] of [left, top, right, bottom].entries()) {
    expect(Math.abs((place[i] ?? Number.NaN) - edge), `edge ${i} of ${place}`).toBeLessThan(within)
  }
}

describe.skipIf(noChromium)('the pages of a document as they look (needs Chromium)', () => {
  test('a record whose box is some letters off is marked on its number, at every zoom', async () => {
    const page = await sheets.open(pdf([LINE]))
    await drawn(page)
    const [left, top, right, bottom] = FIGURES
    await mark(page, [record('o1', 1, [left + 14, top, right + 14, bottom], '35')])
    await page.locator('.sheet-words span').first().waitFor()
    await expect.poll(async () => (await placeOf(page, '.sheet-mark'))[0]).toBeLessThan(left)
    expectAt(await placeOf(page, '.sheet-mark'), FIGURES)
    await page.getByRole('button', { name: 'Phóng to' }).click()
    await page.getByRole('button', { name: 'Phóng to' }).click()
    expectAt(await placeOf(page, '.sheet-mark'), FIGURES)
  })

  test('on a page that is turned in its file, marks and words turn with it', async () => {
    const page = await sheets.open(pdf([LINE], 90))
    await drawn(page)
    const box = await page.locator('.sheet').boundingBox()
    expect(box?.width).toBeGreaterThan(box?.height ?? 0)
    // a quarter to the right: what stood x from the left and y from below now stands y from the left and x from above
    const turned: Box = [700 - 3, 200, 700 + 12, 200 + 2 * 0.556 * 12]
    const [left, top, right, bottom] = turned
    await mark(page, [record('o1', 1, [left, top + 14, right, bottom + 14], '35')])
    await page.locator('.sheet-words span').first().waitFor()
    expectAt(await placeOf(page, '.sheet-mark'), turned)
    await expect.poll(async () => (await placeOf(page, '.sheet-mark'))[1]).toBeLessThan(201)
    expectAt(await placeOf(page, '.sheet-mark'), turned)
  })

  test('of 300 pages only those near the view are in the page, and any of them is drawn when it is asked for', async () => {
    const page = await sheets.open(pdf(Array.from({ length: 300 }, (_, i) => [`Trang ${i + 1}`])))
    await drawn(page)
    await mark(
      page,
      Array.from({ length: 300 }, (_, i) => record(`o${i + 1}`, i + 1, [100, 66, 120, 80], String(i + 1))),
    )
    expect(await page.locator('.sheet').count()).toBeLessThan(6)
    expect(await page.locator('.sheet-mark').count()).toBeLessThan(6)
    const field = page.getByLabel('trang', { exact: true })
    await field.fill('250')
    await field.press('Enter')
    await drawn(page, 250)
    await page.locator('.sheet[data-page="250"] .sheet-words', { hasText: 'Trang 250' }).waitFor()
    expect(await field.inputValue()).toBe('250')
    await page.getByRole('button', { name: 'Trang sau' }).click()
    await drawn(page, 251)
    expect(await page.locator('.sheet').count()).toBeLessThan(6)
    await select(page, 'o3')
    await drawn(page, 3)
    expect(await page.locator('.sheet-mark[aria-current]').getAttribute('data-records')).toBe('o3')
  })

  test('what is selected is brought into view; its records may change without moving the page', async () => {
    const page = await sheets.open(pdf([LINE, LINE, LINE]))
    await drawn(page)
    const records = [1, 2, 3].map(n => record(`o${n}`, n, FIGURES, '35'))
    await mark(page, records)
    await select(page, 'o3')
    await drawn(page, 3)
    const lit = page.locator('.sheet-mark[aria-current]')
    expect(await lit.getAttribute('data-records')).toBe('o3')
    const scrolled = () => page.evaluate<number>("document.querySelector('.sheets-pane').scrollTop")
    await page.evaluate("document.querySelector('.sheets-pane').scrollTop -= 100")
    const before = await scrolled()
    const zoom = await page.locator('.sheets-share').textContent()
    await mark(
      page,
      records.map(each => ({ ...each, state: 'settled' as const })),
    )
    await expect.poll(() => page.locator('.mark-settled').count()).toBeGreaterThan(0)
    expect([await scrolled(), await page.locator('.sheets-share').textContent()]).toEqual([before, zoom])
  })

  test('words that are pointed to are brought into view once; another selection is not called back from', async () => {
    const pages: TinyPage[] = [LINE, LINE, [{ text: 'Tong von 47 trieu dong', x: 72, y: 300 }], LINE]
    const page = await sheets.open(pdf(pages))
    await drawn(page)
    await mark(page, [record('o1', 1, FIGURES, '35'), record('o4', 4, FIGURES, '35')])
    await light(page, [
      { page: 3, kind: 'pointed', at: { between: { before: 'Tong von ', words: '47', after: ' trieu' } } },
    ])
    const pointed = page.locator('.light-pointed')
    await pointed.waitFor()
    expectAt(await placeOf(page, '.light-pointed'), [
      72 + 51,
      HEIGHT - 300 - 12,
      72 + 51 + 2 * 0.556 * 12,
      HEIGHT - 300 + 3,
    ])
    const isSeen = async (selector: string) => {
      const box = await page.locator(selector).boundingBox()
      return box !== null && box.y > 30 && box.y + box.height < 768
    }
    await expect.poll(() => isSeen('.light-pointed')).toBe(true)
    await select(page, 'o1')
    await expect.poll(() => isSeen('.sheet-mark[aria-current]')).toBe(true)
    await mark(page, [record('o1', 1, FIGURES, '35', { state: 'settled' }), record('o4', 4, FIGURES, '35')])
    await page.locator('.mark-settled').waitFor()
    expect(await isSeen('.sheet-mark[aria-current]')).toBe(true)
  })

  test('the place in the middle stays there when pages change their size', async () => {
    const page = await sheets.open(pdf([LINE, LINE, LINE, LINE]))
    await drawn(page)
    await page.getByLabel('trang', { exact: true }).fill('3')
    await page.keyboard.press('Enter')
    await drawn(page, 3)
    const middle = () =>
      page.evaluate<number>(`(() => {
        const [pane, sheet] = ['.sheets-pane', '.sheet[data-page="3"]'].map(each => document.querySelector(each).getBoundingClientRect())
        return (pane.top + pane.height / 2 - sheet.top) / sheet.height
      })()`)
    const before = await middle()
    for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Phóng to' }).click()
    expect(await middle()).toBeCloseTo(before, 1)
    await resize(page, { width: 820, height: 1180 })
    await expect.poll(middle).toBeCloseTo(before, 1)
  })

  test('marks are buttons with words, reached and pressed by keys; all records of a number are told', async () => {
    const page = await sheets.open(pdf([LINE]))
    await drawn(page)
    await mark(page, [
      record('a', 1, FIGURES, '35', { label: 'Số HTX mới: 35' }),
      record('b', 1, FIGURES, '35', { label: 'Kế hoạch: 35', state: 'suspect' }),
      record('c', 1, [100, 170, 130, 185], '1.599', { state: 'rejected' }),
    ])
    const button = page.getByRole('button', { name: 'Số HTX mới: 35; Kế hoạch: 35 (nghi sai)' })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    expect((await told(page)).selected).toEqual([['a', 'b'], ['a', 'b'], ['c']])
    // All of them are one stop.
    expect(await page.locator('.sheet-mark[tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('Tab')
    expect(await page.evaluate("document.activeElement.matches('.sheet-mark')")).toBe(false)
    expect(await page.getByRole('button', { name: /1\.599 \(đã loại\)/ }).getAttribute('aria-current')).toBe('true')
  })

  test('words that are selected are told with their box; a click lets go of them', async () => {
    const page = await sheets.open(pdf([LINE]))
    await drawn(page)
    const words = await page.locator('.sheet-words span', { hasText: 'Tong so' }).boundingBox()
    if (words === null) throw new Error('no words')
    const y = words.y + words.height / 2
    await page.mouse.move(words.x + 1, y)
    await page.mouse.down()
    await page.mouse.move(words.x + words.width - 1, y, { steps: 5 })
    await page.mouse.up()
    await expect.poll(async () => (await told(page)).boxes.length).toBe(1)
    const [place] = (await told(page)).boxes
    expect(place).toMatchObject({ page: 1, between: { words: 'Tong so 1.599 thanh vien' } })
    expectAt(place?.box ?? [], [72, HEIGHT - 660 - 12, 72 + 133, HEIGHT - 660 + 3])
    await page.mouse.click(words.x + 40, words.y + 200)
    await expect.poll(async () => (await told(page)).boxes.slice(1)).toEqual([null])

    // Escape does, too; a box that is drawn afterwards is not taken for the words of before.
    const selectWords = async () => {
      await page.mouse.move(words.x + 1, y)
      await page.mouse.down()
      await page.mouse.move(words.x + words.width - 1, y, { steps: 5 })
      await page.mouse.up()
    }
    const last = async () => (await told(page)).boxes.at(-1)
    await selectWords()
    await expect.poll(last).toMatchObject({ between: { words: 'Tong so 1.599 thanh vien' } })
    await page.keyboard.press('Escape')
    await expect.poll(last).toBeNull()
    await selectWords()
    await expect.poll(last).toMatchObject({ between: { words: 'Tong so 1.599 thanh vien' } })
    await page.getByRole('button', { name: 'Vẽ khung' }).click()
    await page.mouse.move(words.x + 50, words.y + 100)
    await page.mouse.down()
    await page.mouse.move(words.x + 120, words.y + 150, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.press('Shift+ArrowDown')
    await page.evaluate('new Promise(done => setTimeout(done, 50))')
    const box = await last()
    expect(box?.between).toBeUndefined()
    expect(box?.box[1]).toBeGreaterThan(HEIGHT - 660)
  })

  test('a number that is no record is told with the words around it, a place beside it is not', async () => {
    const page = await sheets.open(pdf([LINE]))
    await drawn(page)
    await mark(page, [record('a', 1, FIGURES, '35')])
    const words = await page.locator('.sheet-words span', { hasText: 'nam truoc 135' }).boundingBox()
    if (words === null) throw new Error('no words')
    await page.mouse.click(words.x + words.width - 8, words.y + words.height / 2)
    await page.mouse.click(words.x + words.width / 2, words.y + words.height / 2)
    await page.mouse.click(words.x + words.width + 60, words.y + words.height / 2)
    await page.locator('.sheet-mark').click()
    expect((await told(page)).numerals).toEqual([
      { page: 1, at: { between: { before: 'tacxa,namtruoc', words: '135', after: 'Tongso1.599tha' } } },
    ])
    expect((await told(page)).selected).toEqual([['a']])
  })

  test('a place is looked at closely with its surroundings, and the page comes back to its size', async () => {
    const page = await sheets.open(pdf([LINE, LINE]))
    await drawn(page)
    await mark(page, [record('a', 2, FIGURES, '35')])
    const share = () => page.locator('.sheets-share').textContent()
    const before = await share()
    await page.evaluate(`window.closeUp({ page: 2, box: ${JSON.stringify(FIGURES)} })`)
    await expect.poll(share).not.toBe(before)
    const place = await page.locator('.sheet-mark').boundingBox()
    const pane = await page.locator('.sheets-pane').boundingBox()
    if (place === null || pane === null) throw new Error('not seen')
    expect(place.width * 4).toBeGreaterThan(20)
    expect(place.y + place.height / 2).toBeCloseTo(pane.y + pane.height / 2, -2)
    await page.evaluate('window.closeUp(null)')
    await expect.poll(share).toBe(before)
    await page.evaluate(`window.closeUp({ page: 2, box: ${JSON.stringify(FIGURES)} })`)
    await expect.poll(share).not.toBe(before)
    const close = await share()
    await page.getByRole('button', { name: 'Thu nhỏ' }).click()
    await expect.poll(share).not.toBe(close)
    const chosen = await share()
    await page.evaluate('window.closeUp(null)')
    await page.evaluate('new Promise(done => setTimeout(done, 100))')
    expect(await share()).toBe(chosen)
  })

  test('a box is drawn with the mouse where that is asked for, and by keys alone', async () => {
    const page = await sheets.open(pdf([LINE]))
    await drawn(page)
    const draw = page.getByRole('button', { name: 'Vẽ khung' })
    await draw.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('sheet-drawn')
    const first = (await told(page)).boxes.at(-1)
    expect(first?.page).toBe(1)
    const [left = 0, top = 0, right = 0, bottom = 0] = first?.box ?? []
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    const moved = (await told(page)).boxes.at(-1)?.box ?? []
    expectAt(moved, [left + 5, top, right + 5, bottom + 5], 0.11)
    await page.keyboard.press('Escape')
    expect((await told(page)).boxes.at(-1)).toBeNull()
    expect(await draw.getAttribute('aria-pressed')).toBe('false')

    await draw.click()
    const sheet = await page.locator('.sheet').boundingBox()
    if (sheet === null) throw new Error('no page')
    const at = (x: number, y: number): [number, number] => [
      sheet.x + (x * sheet.width) / 595,
      sheet.y + (y * sheet.height) / HEIGHT,
    ]
    await page.mouse.move(...at(190, 125))
    await page.mouse.down()
    await page.mouse.move(...at(230, 150), { steps: 4 })
    await page.mouse.up()
    const drawnPlace = (await told(page)).boxes.at(-1)
    expect(drawnPlace?.page).toBe(1)
    expectAt(drawnPlace?.box ?? [], [190, 125, 230, 150], 1.5)
    expectAt(await placeOf(page, '.sheet-drawn'), [190, 125, 230, 150])
  })

  test('of 2,000 records another selection changes two elements', async () => {
    const page = await sheets.open(pdf(Array.from({ length: 40 }, () => LINE)))
    await drawn(page)
    const records = Array.from({ length: 2_000 }, (_, i) => {
      const [x, y] = [40 + 50 * (i % 10), 200 + 40 * (Math.floor(i / 10) % 5)]
      return record(`o${i}`, 1 + Math.floor(i / 50), [x, y, x + 20, y + 12], String(i))
    })
    await mark(page, records)
    await expect.poll(() => page.locator('.sheet[data-page="1"] .sheet-mark').count()).toBe(50)
    // The next page is drawn once the browser has nothing else to do.
    const drawnSheets = () =>
      page.evaluate(
        "[...document.querySelectorAll('.sheet')].map(sheet => sheet.querySelector('.sheet-words > *') !== null)",
      )
    await expect.poll(drawnSheets).toEqual([true, true])
    await select(page, 'o0')
    await expect.poll(() => page.locator('.sheet-mark[aria-current]').getAttribute('data-records')).toBe('o0')
    await page.evaluate(`{
      window.touched = new Set()
      new MutationObserver(changes => { for (const { target } of changes) window.touched.add(target) })
        .observe(document.querySelector('.sheets'), { subtree: true, childList: true, attributes: true, characterData: true })
      let at = 0
      addEventListener('keydown', event => { if (event.key === 'j') window.select('o' + ++at) })
    }`)
    await page.keyboard.press('j')
    await expect.poll(() => page.locator('.sheet-mark[aria-current]').getAttribute('data-records')).toBe('o1')
    expect(await page.evaluate('window.touched.size')).toBe(2)
  })
})

describe.skipIf(noChromium)('pages that cannot be shown say why and offer the text (needs Chromium)', () => {
  const problems: readonly (readonly [string, Uint8Array<ArrayBuffer>, string, string])[] = [
    ['behind a password', fixture('documents/password.pdf'), 'Tệp có mật khẩu', 'Bỏ mật khẩu'],
    ['damaged', new TextEncoder().encode('%PDF-1.4\nnothing follows'), 'Tệp hỏng', 'Sao chép lại tệp gốc'],
  ]
  test.each(problems)('a PDF that is %s', async (_, bytes, title, cure) => {
    const page = await sheets.open({ bytes, mediaType: 'application/pdf', pages: 1 })
    const alert = page.getByRole('alert')
    await alert.getByText(title).waitFor()
    expect(await alert.textContent()).toContain(cure)
    await page.getByRole('button', { name: 'Xem ở dạng chữ' }).click()
    await page.getByText('văn bản').waitFor()
  })

  test('an original that is gone, in the words of the server', async () => {
    const page = await sheets.open(pdf([['gone']]))
    await drawn(page)
    const problem = {
      code: 'original-missing',
      titles: { vi: 'Mất tệp gốc', en: 'gone' },
      cause: { vi: 'Không thấy tệp.', en: '' },
      cure: { vi: 'Tìm lại tệp.', en: '' },
    }
    await page.route('**/original', route => route.fulfill({ status: 500, json: problem }))
    await page.reload()
    await page.getByRole('alert').getByText('Mất tệp gốc').waitFor()
  })

  test('a page of a scan that cannot be drawn, in its place among the others', async () => {
    const page = await sheets.open({
      bytes: fixture('scans/lang-son-2020.clean.tif'),
      mediaType: 'image/tiff',
      pages: 2,
    })
    await drawn(page)
    await page.route('**/pages/2', route => route.fulfill({ status: 502, body: 'bad gateway' }))
    await page.reload()
    await drawn(page)
    await page.locator('.sheet[data-page="2"]').getByRole('alert').waitFor()
    await page.unroute('**/pages/2')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await drawn(page, 2)
    // What was fetched once is stretched.
    let fetched = 0
    page.on('request', request => {
      if (/\/pages\/\d/.test(request.url())) fetched += 1
    })
    const width = async () => (await page.locator('.sheet-paper > *').first().boundingBox())?.width ?? 0
    const before = await width()
    await page.getByRole('button', { name: 'Phóng to' }).click()
    await expect.poll(width).toBeGreaterThan(before)
    expect(fetched).toBe(0)
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})
