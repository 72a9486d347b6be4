import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { drawAll, lastRecord, noChromium, REAL_SERVER, resize, Stage } from './browser.ts'
import { inSight } from './in-sight.ts'
import { StubArchive } from './stub/archive.ts'
import { goldText } from './stub/gold.ts'
import { largeExtraction } from './stub/large.ts'
import { wheeling } from './wheeling.ts'

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const PLAN = file('kh-155.txt', goldText('lang-son-2020'))
const SELECTED_ROW = 'tr[aria-current="true"]'
const SELECTED_MARK = 'mark.is-selected'

/** Uploads a file through the page and opens it. */
const open = async (page: Page, upload: ReturnType<typeof file>): Promise<void> => {
  await page.setInputFiles('input[type=file]', upload)
  const item = page.locator('.upload').first()
  await item.getByText('Xong').waitFor()
  await item.getByRole('link', { name: 'Mở' }).click()
  await page.locator('.text-pane').waitFor()
}

/**
 * Waits until an element stands within the part of a pane that is in sight. Asked from outside, again and again: the page's
 * own policy forbids a script that the page would have to evaluate.
 */
const inView = async (page: Page, element: string, pane: string): Promise<void> => {
  const stands = `(() => {
    const box = document.querySelector('${element}')?.getBoundingClientRect()
    const frame = document.querySelector('${pane}').getBoundingClientRect()
    return box !== undefined && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1
  })()`
  await expect.poll(() => page.evaluate(stands)).toBe(true)
}

describe.skipIf(noChromium)('the document page (needs Chromium)', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage?.close())
  beforeEach(() => {
    stage.stub.archive = new StubArchive()
  })

  test('shows the header fields and what became of the numerals', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    const fields = await page.locator('.fields').textContent()
    expect(fields).toContain('155/KH-UBND')
    expect(fields).toContain('Lạng Sơn, 12/9/2019')
    expect(await page.locator('.notes').textContent()).toMatch(/Con số trong văn bản: \d+ số liệu \d+/)
  })

  test('a number in the text selects its record, with the reasons for it and its own address', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    await page.locator('mark', { hasText: /^242$/ }).first().click()
    const row = page.locator(SELECTED_ROW)
    expect(await row.textContent()).toMatch(/242/)
    await page.keyboard.press('w')
    await page.getByRole('table', { name: 'Vì sao' }).waitFor()
    await page.waitForURL('**/documents/*#*')
    await page.reload()
    await page.locator(SELECTED_MARK).waitFor()
    expect(await page.locator(SELECTED_MARK).textContent()).toBe('242')
  })

  test('a record lights its number and the words that gave its period', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    await drawAll(page)
    await page.locator('.records tbody tr').nth(20).click()
    const mark = page.locator(SELECTED_MARK).first()
    await mark.waitFor()
    expect(await mark.getAttribute('aria-pressed')).toBe('true')
    expect(await page.evaluate('[...CSS.highlights.keys()].sort()')).toEqual(['record-context', 'record-words'])
    const lit = await page.evaluate<string[]>(
      '[...CSS.highlights.values()].flatMap(highlight => [...highlight].map(range => range.toString()))',
    )
    expect(lit.join(' ')).toMatch(/tháng đầu năm|năm 20\d\d/i)
    // The number has its own light: words that are lit leave it out, which would be hard to read in the dark.
    const own = `(() => {
      const mark = document.querySelector('mark.is-selected')
      return [...CSS.highlights.get('record-words')].some(range => range.intersectsNode(mark.firstChild) && range.toString() !== '')
    })()`
    expect(await page.evaluate(own)).toBe(false)
  })

  test('J and K go through the records, ? shows the keys, words filter the list, Escape leaves', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    const chosen = () => page.locator(SELECTED_MARK).first().getAttribute('data-records')
    await drawAll(page)
    const ids = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.records [data-id]')].map(row => row.dataset.id)",
    )
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
    // what is lit follows a frame behind the key
    await expect.poll(chosen).toContain(ids[1])
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Số liệu tiếp').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByLabel('Lọc theo chỉ tiêu').focus()
    await page.keyboard.type('thanh lap moi')
    await expect.poll(() => page.locator('.records tbody tr.record').count()).toBeLessThan(ids.length)
    await expect.poll(() => page.locator('.record-label').first().textContent()).toMatch(/thành lập mới/i)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator(SELECTED_MARK).count()).toBe(0)
  })

  test('a record has room for its name and shows all its columns, however narrow the list is', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    for (const [width, height, least] of [
      [1366, 768, 200],
      [1280, 800, 200],
      [1180, 820, 200],
      [1024, 768, 180],
      [820, 1180, 200],
      [390, 844, 120],
    ] as const) {
      await resize(page, { width, height })
      const cells = await page.evaluate<{ left: number; right: number; width: number; shown: boolean }[]>(`
        [...document.querySelector('.records tbody tr.record').cells].map(cell => {
          const { left, right, width } = cell.getBoundingClientRect()
          return { left, right, width, shown: cell.checkVisibility() }
        })`)
      expect(cells[0]?.width, `the name at ${width} × ${height}`).toBeGreaterThan(least)
      expect(cells.map(({ shown }) => shown)).toEqual(Array(6).fill(true))
      for (const { right } of cells) expect(right).toBeLessThanOrEqual(width)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }
  })

  test('what of the records is to be seen stands in the address beside what is selected, and going back leaves the page', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    const all = await page.locator('.record-filters button').first().textContent()
    await page.locator('.record-filters select').selectOption('target')
    await page.getByRole('searchbox').fill('thanh lap moi')
    await page.waitForURL('**/documents/*?words=thanh+lap+moi&status=target')
    await page.locator('.records tbody tr.record').first().click()
    await page.waitForURL('**/documents/*?words=thanh+lap+moi&status=target#*')
    const shown = await page.locator('.records tbody tr.record').count()
    await page.reload()
    await page.locator(SELECTED_ROW).waitFor()
    expect(await page.locator('.records tbody tr.record').count()).toBe(shown)
    expect(await page.getByRole('searchbox').inputValue()).toBe('thanh lap moi')
    expect(await page.locator('.record-filters button').first().textContent()).toBe(all)
    await page.goBack()
    await page.getByText('Thả tệp vào đây').waitFor()
  })

  test('a link into the page leads where it says, however late the last key was written into the address', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    await page.keyboard.press('j')
    const first = await page.locator(SELECTED_ROW).getAttribute('data-id')
    await page.keyboard.press('j')
    await expect.poll(() => page.locator(SELECTED_ROW).getAttribute('data-id')).not.toBe(first)
    // The page is busy until the address is due to be written; the link is followed before that, and told of after it.
    await page.evaluate(`
      setTimeout(() => { for (const end = performance.now() + 300; performance.now() < end; ); })
      setTimeout(() => { location.hash = '#${first}' })`)
    await expect.poll(() => page.locator(SELECTED_ROW).getAttribute('data-id')).toBe(first)
    await page.waitForURL(`**/documents/*#${first}`)
  })

  test('/ finds words in the text, whatever their marks; Enter goes on, Escape leads back', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    await page.locator('.records tbody tr').nth(3).click()
    const before = await page.evaluate('document.activeElement.closest("tr").dataset.id')
    await page.keyboard.press('/')
    await page.keyboard.type('LANG SON')
    const bar = page.getByRole('search', { name: 'Tìm trong văn bản' })
    const count = async () => Number((await bar.getByRole('status').textContent())?.match(/trong (\d+)/)?.[1])
    const lit = () =>
      page.evaluate<string[]>("[...(CSS.highlights.get('found') ?? [])].map(range => range.toString().toLowerCase())")
    // Whoever rests while he types is told of the words so far.
    await expect.poll(async () => [...new Set(await lit())]).toEqual(['lạng sơn'])
    expect(await count()).toBeGreaterThan(3)
    expect(await bar.getByRole('textbox').inputValue()).toBe('LANG SON')
    const [all, place] = [await count(), bar.getByRole('status')]
    const isSeen = `(() => {
      const [range] = CSS.highlights.get('pointed') ?? []
      const [frame, place] = [document.querySelector('.text-pane'), range].map(each => each?.getBoundingClientRect())
      return place !== undefined && place.top >= frame.top && place.bottom <= frame.bottom
    })()`
    await expect.poll(() => page.evaluate(isSeen)).toBe(true)
    expect((await lit()).length).toBe(all)
    const first = Number((await place.textContent())?.match(/\d+/)?.[0])
    await page.keyboard.press('Enter')
    await expect.poll(() => place.textContent()).toBe(`Chỗ ${(first % all) + 1} trong ${all}`)
    await page.keyboard.press('Shift+Enter')
    await expect.poll(() => place.textContent()).toBe(`Chỗ ${first} trong ${all}`)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('lạng son')
    await expect.poll(() => place.textContent()).toBe('không có')
    await bar.getByRole('textbox').press('Escape')
    await bar.waitFor({ state: 'detached' })
    await expect.poll(lit).toEqual([])
    expect(await page.evaluate('document.activeElement.closest("tr")?.dataset.id')).toBe(before)
  })

  test('what is lit goes with the page: another page keeps nothing of the text', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    await drawAll(page)
    await page.locator('.records tbody tr').nth(20).click()
    await expect.poll(() => page.evaluate('CSS.highlights.size')).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'Kho tài liệu' }).click()
    await page.locator('.text-pane').waitFor({ state: 'detached' })
    expect(await page.evaluate('CSS.highlights.size')).toBe(0)
  })

  test('text and records scroll together, whichever the user moves; not when that is turned off', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    await drawAll(page)
    const both = async () => {
      const [text, list] = [
        await inSight(page, '.text-pane', 'mark[data-records]'),
        await inSight(page, '.records', 'tr[data-id]'),
      ]
      return list.filter(id => text.includes(id)).length / Math.min(list.length, text.length)
    }
    const over = async (pane: string) => {
      const box = await page.locator(pane).boundingBox()
      if (box === null) throw new Error(`no ${pane}`)
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    }
    const scrolled = (pane: string) => page.evaluate<number>(`document.querySelector('${pane}').scrollTop`)
    await over('.text-pane')
    for (const by of [700, 1500, 2500]) {
      await page.mouse.wheel(0, by)
      await expect.poll(wheeling(page, () => scrolled('.records'))).toBeGreaterThan(0)
      await expect.poll(wheeling(page, both)).toBeGreaterThan(0.5)
    }
    await over('.records')
    for (const by of [-900, 2200, 1200]) {
      const before = await scrolled('.text-pane')
      await page.mouse.wheel(0, by)
      await expect.poll(wheeling(page, () => scrolled('.text-pane'))).not.toBe(before)
      await expect.poll(wheeling(page, both)).toBeGreaterThan(0.5)
    }
    const toggle = page.getByRole('button', { name: 'Cuộn cùng nhau' })
    await toggle.click()
    await page.reload()
    await page.locator('.records tr[data-id]').first().waitFor()
    expect(await toggle.getAttribute('aria-pressed')).toBe('false')
    await over('.text-pane')
    await page.mouse.wheel(0, 900)
    await expect.poll(() => scrolled('.text-pane')).toBeGreaterThan(0)
    expect(await scrolled('.records')).toBe(0)
  })

  test('a number whose record a filter hides brings all records back', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    await page.locator('.record-filters select').selectOption('target')
    await page.locator('mark', { hasText: /^242$/ }).first().click()
    expect(await page.locator(SELECTED_ROW).textContent()).toContain('242')
  })

  test('rows that the text sets apart by tabs stand in a table', async () => {
    const page = await stage.page()
    await open(page, file('bang.txt', goldText('tinh-ke-hoach-2022-bang')))
    const row = page.locator('.tabbed-rows tr').filter({ hasText: 'Tổng số hợp tác xã' }).first()
    expect((await row.locator('td').allInnerTexts()).slice(2, 6)).toEqual(['HTX', '275', '290', '288'])
  })

  test('the records can be saved as the server has them now, and what the machine read apart from them', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    const addressOf = (name: string) => page.getByRole('link', { name, exact: true }).getAttribute('href')
    const document = `/v1${new URL(page.url()).pathname}`
    expect(await addressOf('CSV')).toBe(`${document}/records.csv`)
    expect(await addressOf('JSON')).toBe(`${document}/records`)
    expect(await addressOf('Máy đọc')).toBe(`${document}/extraction`)
  })

  test('a script in the name or the text of a document does nothing', async () => {
    const page = await stage.page()
    const attack = '<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>'
    await open(
      page,
      file(`${attack.replaceAll('/', '')}.txt`, `${attack}\nNăm 2019 có 5 hợp tác xã. ${attack}\tô\t${attack}`),
    )
    expect(await page.locator('.text-pane').textContent()).toContain('<script>')
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(await page.evaluate('window.attacked')).toBeUndefined()
  })

  test('a document that does not exist says so', async () => {
    const page = await stage.page('/documents/0000000000000000')
    await page.getByRole('alert').getByText('Không tìm thấy tài liệu').waitFor()
  })

  test.skipIf(REAL_SERVER)('a text of 1 MB with 2,000 records answers to keys and clicks', async () => {
    const extraction = largeExtraction()
    stage.stub.archive.store('lon.txt', Buffer.from(extraction.text), extraction)
    const page = await stage.page()
    await page.getByRole('row').filter({ hasText: 'lon.txt' }).getByText('Xong').waitFor()
    const address = await page.getByRole('row').filter({ hasText: 'lon.txt' }).getByRole('link').getAttribute('href')

    await page.goto(address ?? '')
    await page.locator('.records tbody tr.record').nth(10).waitFor()
    // The tab key reaches the list where nothing is selected, wherever it is scrolled to.
    await lastRecord(page, extraction.observations.at(-1)?.id ?? '')
    expect(await page.locator('.records .record-label[tabindex="0"]').count()).toBe(1)
    await page.keyboard.press('j')
    await page.locator(SELECTED_ROW).waitFor()
    await (await lastRecord(page, extraction.observations.at(-1)?.id ?? '')).click()
    await inView(page, SELECTED_MARK, '.text-pane')
    await page.locator('mark').nth(1000).click()
    await inView(page, SELECTED_MARK, '.text-pane')
    await inView(page, SELECTED_ROW, '.records')
    expect(await page.locator('mark').count()).toBeGreaterThanOrEqual(2000)
  })
})
