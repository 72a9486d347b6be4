import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noChromium, REAL_SERVER, Stage, timeOfKey } from './browser.ts'
import { StubArchive } from './stub/archive.ts'
import { goldText } from './stub/gold.ts'
import { largeExtraction } from './stub/large.ts'

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
  await expect.poll(() => page.evaluate(stands), { timeout: 20_000 }).toBe(true)
}

describe.skipIf(noChromium)('the document page (needs Chromium)', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  }, 60_000)
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
    expect(await page.locator('.why').textContent()).toContain('Vì sao')
    await page.waitForURL('**/documents/*#*')
    await page.reload()
    await page.locator(SELECTED_MARK).waitFor()
    expect(await page.locator(SELECTED_MARK).textContent()).toBe('242')
  })

  test('a record lights its number and the words that gave its period', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    await page.locator('.records tbody tr').nth(20).click()
    const mark = page.locator(SELECTED_MARK).first()
    await mark.waitFor()
    expect(await mark.getAttribute('aria-pressed')).toBe('true')
    expect(await page.evaluate('[...CSS.highlights.keys()].sort()')).toEqual(['record-context', 'record-words'])
    const lit = await page.evaluate<string[]>(
      '[...CSS.highlights.values()].flatMap(highlight => [...highlight].map(range => range.toString()))',
    )
    expect(lit.join(' ')).toMatch(/tháng đầu năm|năm 20\d\d/i)
  })

  test('J and K go through the records, / searches, ? shows the keys, Escape leaves', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    const chosen = () => page.locator(SELECTED_MARK).first().getAttribute('data-records')
    const ids = await page.evaluate<string[]>(
      "[...document.querySelectorAll('.records [data-id]')].map(row => row.dataset.id)",
    )
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
    // what is lit follows a frame behind the key
    await expect.poll(chosen).toContain(ids[1])
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('số liệu tiếp theo').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('/')
    await page.keyboard.type('thanh lap moi')
    await expect.poll(() => page.locator('.records tbody tr.record').count()).toBeLessThan(ids.length)
    await expect.poll(() => page.locator('.record-label').first().textContent()).toMatch(/thành lập mới/i)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator(SELECTED_MARK).count()).toBe(0)
  })

  test('a number whose record a filter hides brings all records back', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    await page.getByRole('button', { name: /Kế hoạch \d+/ }).click()
    await page.locator('mark', { hasText: /^242$/ }).first().click()
    expect(await page.locator(SELECTED_ROW).textContent()).toContain('242')
  })

  test('rows that the text sets apart by tabs stand in a table', async () => {
    const page = await stage.page()
    await open(page, file('bang.txt', goldText('tinh-ke-hoach-2022-bang')))
    const row = page.locator('.tabbed-rows tr').filter({ hasText: 'Tổng số hợp tác xã' }).first()
    expect((await row.locator('td').allInnerTexts()).slice(2, 6)).toEqual(['HTX', '275', '290', '288'])
  })

  test('the records are saved as CSV', async () => {
    const page = await stage.page()
    await open(page, PLAN)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('155-KH-UBND.csv')
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

  test.skipIf(REAL_SERVER)(
    'a text of 1 MB with 2,000 records answers to keys and clicks',
    async ({ annotate }) => {
      const extraction = largeExtraction()
      stage.stub.archive.store('lon.txt', Buffer.from(extraction.text), extraction)
      const page = await stage.page()
      await page.getByRole('row').filter({ hasText: 'lon.txt' }).getByText('Xong').waitFor()
      const address = await page.getByRole('row').filter({ hasText: 'lon.txt' }).getByRole('link').getAttribute('href')

      const start = performance.now()
      await page.goto(address ?? '')
      await page.locator('.records tbody tr').nth(1999).waitFor({ state: 'attached' })
      const opened = performance.now()
      const median = Math.round(await timeOfKey(page, 'j'))
      await page.locator('.records tbody tr.record').last().click()
      await inView(page, SELECTED_MARK, '.text-pane')
      await page.locator('mark').nth(1000).click()
      await inView(page, SELECTED_MARK, '.text-pane')
      await inView(page, SELECTED_ROW, '.records')
      await annotate(`opened in ${Math.round(opened - start)} ms, a key takes ${median} ms (median)`)
      expect(await page.locator('mark').count()).toBeGreaterThanOrEqual(2000)
    },
    60_000,
  )
})
