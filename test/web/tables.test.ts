import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Extraction } from '../../src/contract/index.ts'
import { lastRecord, noChromium, REAL_SERVER, Stage } from './browser.ts'
import { StubArchive } from './stub/archive.ts'
import { longTableExtraction, tableExtraction } from './stub/table.ts'

const CELL = '.data-table .is-cell'
const LIT = '.data-table :is(.is-cell, .is-header, .is-selected)'

/** Whether an element stands whole in the part of a frame that is in sight. */
const standsIn = (page: Page, element: string, frame: string): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const box = document.querySelector('${element}')?.getBoundingClientRect()
    const frame = document.querySelector('${frame}').getBoundingClientRect()
    const inside = (from, to, first, last) => from >= first - 1 && to <= last + 1
    return box !== undefined &&
      inside(box.top, box.bottom, frame.top, frame.bottom) && inside(box.left, box.right, frame.left, frame.right)
  })()`)

describe.skipIf(noChromium || REAL_SERVER !== undefined)('tables in the document page (needs Chromium)', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage?.close())
  beforeEach(() => {
    stage.stub.archive = new StubArchive()
  })

  const open = async (extraction: Extraction, viewport?: { width: number; height: number }): Promise<Page> => {
    const stored = stage.stub.archive.store('bang.txt', Buffer.from(extraction.text), extraction)
    if (stored.outcome !== 'stored') throw new Error('the archive was empty')
    const page = await stage.page(`/documents/${stored.document.id}`, viewport)
    await page.locator('.data-table').first().waitFor({ state: 'attached' })
    return page
  }
  const annex = tableExtraction()
  /** The record of a number of the row that begins with some words. */
  const recordOf = (label: string, words: string): string => {
    const found = annex.observations.find(o => o.evidence.quote === words && o.label.startsWith(label))
    return found?.id ?? ''
  }
  const estimate = recordOf('Số hợp tác xã đang hoạt động', '162')
  const clickNumber = (page: Page, id: string) => page.locator(`mark[data-records="${id}"]`).click()
  const textsOf = (page: Page, selector: string) => page.locator(selector).allTextContents()

  test('a click on a number lights its cell and the chains of its headers, and nothing else', async () => {
    const page = await open(annex)
    expect(await page.locator(LIT).count()).toBe(0)
    await clickNumber(page, estimate)
    await page.locator(CELL).waitFor()
    expect(await textsOf(page, CELL)).toEqual(['162'])
    expect(await textsOf(page, 'thead .is-header')).toEqual(['Năm 2019', 'Ước thực hiện cả năm'])
    expect(await textsOf(page, 'tbody .is-header')).toEqual([
      'Hợp tác xã',
      'Tổng số hợp tác xã',
      '<i>Trong đó:</i>',
      'Số hợp tác xã đang hoạt động',
    ])
    await page.keyboard.press('j')
    await expect.poll(() => textsOf(page, CELL)).toEqual(['186'])
    expect(await textsOf(page, 'thead .is-header')).toEqual(['Kế hoạch năm 2020'])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator(LIT).count()).toBe(0)
  })

  test('a record chosen in the list brings its cell and its column’s headers into view', async () => {
    const page = await open(annex)
    const last = annex.observations.at(-1)
    await (await lastRecord(page, last?.id ?? '')).getByRole('button').click()
    await expect.poll(() => standsIn(page, CELL, '.text-pane')).toBe(true)
    await expect.poll(() => standsIn(page, CELL, '.data-table')).toBe(true)
    expect(await standsIn(page, 'thead .is-header', '.text-pane')).toBe(true)
  })

  test('the record tells its address in the table, in both languages', async () => {
    const page = await open(annex)
    await clickNumber(page, estimate)
    const chain =
      'Hợp tác xã › Tổng số hợp tác xã › <i>Trong đó:</i> › Số hợp tác xã đang hoạt động × Năm 2019 › Ước thực hiện cả năm'
    const facts = page.locator('.why .facts')
    await facts.getByText(`Bảng 1: ${chain}`).waitFor()
    expect(await facts.textContent()).toContain('bảng 1, dòng 6, cột 6')
    await page.getByRole('button', { name: 'English' }).click()
    await facts.getByText(`Table 1: ${chain}`).waitFor()
  })

  test('an attribute that came from a header points to it, and one from the caption to that', async () => {
    const page = await open(annex)
    await clickNumber(page, estimate)
    await page.keyboard.press('w')
    const why = page.locator('.why')
    const pointed = () => textsOf(page, '.is-pointed')
    await why
      .getByRole('row', { name: /^Kỳ .*tiêu đề cột/ })
      .getByRole('button')
      .click()
    await expect.poll(pointed).toEqual(['Năm 2019'])
    await why
      .getByRole('row', { name: /^Chỉ tiêu .*tiêu đề dòng/ })
      .getByRole('button')
      .click()
    await expect.poll(pointed).toEqual(['Số hợp tác xã đang hoạt động'])
    await why
      .getByRole('row', { name: /tên bảng/ })
      .getByRole('button')
      .click()
    await expect.poll(async () => (await pointed()).join()).toMatch(/^TÌNH HÌNH PHÁT TRIỂN/)
    expect(await textsOf(page, CELL)).toEqual(['162'])
  })

  test('a table has a name, and its cells say whose headers they are', async () => {
    const page = await open(annex)
    await clickNumber(page, estimate)
    const table = page.getByRole('table', { name: /^Bảng 1 ?: TÌNH HÌNH PHÁT TRIỂN KINH TẾ TẬP THỂ NĂM 2019/ })
    const heads = table.getByRole('columnheader')
    expect(await heads.allTextContents()).toEqual([
      'ST T',
      'Chỉ tiêu',
      'Đơn vị tính',
      'Thực hiện năm 2018',
      'Năm 2019',
      'Kế hoạch năm 2020',
      'Kế hoạch',
      'Ước thực hiện cả năm',
    ])
    expect(await heads.nth(4).getAttribute('colspan')).toBe('2')
    const row = table.getByRole('row', { name: /^Số hợp tác xã đang hoạt động HTX 156/ })
    expect(await row.getByRole('rowheader').allTextContents()).toEqual(['Số hợp tác xã đang hoạt động'])
    expect(await row.getByRole('cell').allTextContents()).toEqual(['', 'HTX', '156', '167', '162', '186'])
    expect(await page.locator('th:is([aria-selected], [aria-pressed], [aria-current])').count()).toBe(0)
  })

  test('the head that the next page repeats is shown between the rows where it stands', async () => {
    const page = await open(annex)
    const stray = page.locator('.data-table .stray')
    expect(await stray.count()).toBe(1)
    expect(await stray.textContent()).toContain('Chi tiêu')
    const after = stray.locator('xpath=following-sibling::tr[1]')
    expect(await after.textContent()).toContain('Doanh thu bình quân của một liên hiệp HTX')
  })

  test('a table that is wider than a telephone scrolls in its own box, with its labels in sight', async () => {
    const page = await open(annex, { width: 390, height: 844 })
    const target = recordOf('Số hợp tác xã đang hoạt động', '186')
    await clickNumber(page, target)
    await expect.poll(() => standsIn(page, CELL, '.data-table')).toBe(true)
    expect(await standsIn(page, 'tbody tr:has(.is-cell) th', '.data-table')).toBe(true)
    const overflow = 'document.scrollingElement.scrollWidth - innerWidth'
    expect(await page.evaluate<number>(overflow)).toBeLessThanOrEqual(0)
    const pane = "(p => p.scrollWidth - p.clientWidth)(document.querySelector('.text-pane'))"
    expect(await page.evaluate<number>(pane)).toBeLessThanOrEqual(0)
  })

  test('a table of 5,000 rows answers to keys and clicks', async () => {
    const extraction = longTableExtraction(5000)
    const page = await open(extraction)
    await page.keyboard.press('j')
    await expect.poll(() => page.locator('[aria-current="true"] .record-label').count()).toBe(1)
    await (await lastRecord(page, extraction.observations.at(-1)?.id ?? '')).click()
    await expect.poll(() => standsIn(page, CELL, '.text-pane')).toBe(true)
    await expect.poll(() => standsIn(page, CELL, '.data-table')).toBe(true)
    expect(await textsOf(page, 'tbody .is-header')).toEqual(['Xã số 5000, huyện miền núi'])
  })
})
