import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Extraction } from '../../src/contract/index.ts'
import { openApp } from '../http/support.ts'
import { drawAll, noChromium, REAL_SERVER, Stage } from './browser.ts'
import { StubArchive } from './stub/archive.ts'
import { flaggedExtraction, recordAt } from './stub/flags.ts'

const SHOWN = '.flag-side .flag[aria-current="true"]'
const NARROW = { width: 390, height: 844 }
const flagged = flaggedExtraction()
const members = recordAt(flagged, 43, '1.559')

/** Whether the middle of an element is on the screen and nothing lies over it. */
const isSeen = (page: Page, element: string): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const found = document.querySelector('${element}')
    if (found === null) return false
    const { left, right, top, bottom } = found.getBoundingClientRect()
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return there !== null && (found.contains(there) || there.contains(found))
  })()`)
const sees = (page: Page, element: string) => expect.poll(() => isSeen(page, element)).toBe(true)
const frames = (page: Page, count: number) =>
  page.evaluate<void>(
    `new Promise(done => { const wait = left => (left === 0 ? done() : requestAnimationFrame(() => wait(left - 1))); wait(${count}) })`,
  )
const litAs = (page: Page, name: string): Promise<string[]> =>
  page.evaluate<string[]>(`[...(CSS.highlights.get('${name}') ?? [])].map(range => range.toString())`)
const fragmentOf = (page: Page): string => new URL(page.url()).hash

describe.skipIf(noChromium || REAL_SERVER !== undefined)('flags in the document page (needs Chromium)', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage?.close())
  beforeEach(() => {
    stage.stub.archive = new StubArchive()
  })

  const panel = (page: Page) => page.getByRole('region', { name: /^(Cờ kiểm tra|Flags)$/ })
  const open = async (extraction: Extraction, fragment = '', viewport?: typeof NARROW): Promise<Page> => {
    const stored = stage.stub.archive.store('co.txt', Buffer.from(extraction.text), extraction)
    if (stored.outcome !== 'stored') throw new Error('the archive was empty')
    const page = await stage.page(`/documents/${stored.document.id}${fragment}`, viewport)
    await page.locator('.text-pane').waitFor()
    // It folds itself where a record tells its flags.
    const folded = panel(page).locator('details.flags:not([open]) > summary')
    if (fragment === '' && extraction.flags.length > 0) await folded.click()
    return page
  }

  test('errors stand before warnings, and notes are folded behind them', async () => {
    const page = await open(flagged)
    const severities = panel(page).getByRole('link')
    expect(await severities.allTextContents()).toEqual(['▲ Mâu thuẫn f3', '◆ Cảnh báo f2'])
    expect(await panel(page).locator('summary').first().textContent()).toMatch(/1.*1.*1.*\d+\/333 số liệu/)
    await panel(page).getByText('Lưu ý (1)').click()
    expect(await severities.allTextContents()).toEqual(['▲ Mâu thuẫn f3', '◆ Cảnh báo f2', '● Lưu ý f1'])
    expect(await panel(page).textContent()).toContain('đã dừng ở giới hạn tính toán')
  })

  test('notes alone are not folded', async () => {
    const page = await open({ ...flagged, flags: flagged.flags.filter(({ severity }) => severity === 'note') })
    expect(await panel(page).getByRole('link').allTextContents()).toEqual(['● Lưu ý f1'])
  })

  test('a flag is told in the language of the page, with its suspects and what would come out', async () => {
    const page = await open(flagged)
    const flag = panel(page).locator('[data-flag="f3"]')
    const words = async () => (await flag.textContent())?.replaceAll(/\s+/g, ' ')
    expect(await words()).toContain('Tỷ lệ so với kế hoạch không bằng')
    expect(await words()).toContain('1.559 / 1.520 = 102,6 % ≠ 105,2 %')
    expect(await words()).toContain('Nghi nhất: 1.559 (Số thành viên, 8 tháng đầu năm 2019, Ước) 62 % · 105,2')
    expect(await words()).toContain('Có thể phải là: 1.559 → 1.599, vì khi đó khớp:105,2 % × 1.520 = 1.599')
    await page.getByRole('button', { name: 'English' }).click()
    expect(await words()).toContain('The rate of completion is not the figure divided by the target.')
    expect(await words()).toContain('Most suspect: 1.559')
  })

  test('the window has nothing to scroll to beside what its panes scroll', async () => {
    const page = await open(flagged, '', { width: 1366, height: 640 })
    await panel(page).getByText('Lưu ý (1)').click()
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBe(640)
  })

  test('the reasons of a record are brought into view when they are asked for, also below its flags', async () => {
    const page = await open(flagged, `#${members.id}`, { width: 1366, height: 420 })
    const reasons = page.getByRole('table', { name: 'Vì sao' })
    await page.locator(`tr[data-id="${members.id}"][aria-current="true"]`).waitFor()
    await page.keyboard.press('w')
    await reasons.waitFor()
    const list = await page.locator('table.records').boundingBox()
    const shown = async () => (await reasons.boundingBox())?.y ?? Number.POSITIVE_INFINITY
    await frames(page, 15)
    await expect.poll(shown).toBeLessThan((list?.y ?? 0) + (list?.height ?? 0) - 20)
  })

  test('each figure of a sum selects its record and brings its ink into view', async () => {
    const page = await open(flagged)
    const figures = panel(page).locator('[data-flag="f2"] > .expression button')
    expect(await figures.allTextContents()).toEqual(['1.559', '1.599'])
    await figures.last().click()
    const annex = recordAt(flagged, 275, '1.599')
    await page.locator(`tr[data-id="${annex.id}"][aria-current="true"]`).waitFor()
    await sees(page, 'mark.is-selected')
    expect(await page.locator('mark.is-selected').textContent()).toBe('1.599')
    expect(await figures.last().getAttribute('aria-current')).toBe('true')
    // the sum stays lit as long as its figures are gone through
    expect(await page.locator(SHOWN).getAttribute('data-flag')).toBe('f2')
    expect(await litAs(page, 'flag-suspect')).toEqual(['1.559'])
    await expect.poll(() => fragmentOf(page)).toBe(`#${annex.id}`)
  })

  test('a figure that is no record lights its ink, and selects its flag', async () => {
    const page = await open(flagged, '#f1')
    await panel(page).locator('[data-flag="f1"] button', { hasText: '2019' }).click()
    await expect.poll(() => litAs(page, 'pointed')).toEqual(['2019'])
    await sees(page, '.text-pane .is-pointed')
    expect(await page.locator('tr[aria-current="true"]').count()).toBe(0)
    expect(fragmentOf(page)).toBe('#f1')
  })

  test('a filter that hides a figure’s record is taken off', async () => {
    const page = await open(flagged)
    await page.locator('.record-filters select').selectOption('target')
    await panel(page).locator('[data-flag="f3"] .flag-suspects button').first().click()
    await page.locator(`tr[data-id="${members.id}"][aria-current="true"]`).waitFor()
  })

  test.each(['f3', 'f1'])('#%s opens its flag, folded or not, and lights its figures', async id => {
    const page = await open(flagged, `#${id}`)
    await sees(page, SHOWN)
    expect(await page.locator(SHOWN).getAttribute('data-flag')).toBe(id)
    const lit = async () => [...(await litAs(page, 'flag-figures')), ...(await litAs(page, 'flag-suspect'))].sort()
    await expect.poll(lit).toEqual(id === 'f3' ? ['1.520', '1.559', '105,2'] : ['1.520', '1.520', '2019'])
  })

  test('a flag that is clicked has its address; one whose address is written later is shown as well', async () => {
    const page = await open(flagged)
    await panel(page)
      .getByRole('link', { name: /Cảnh báo/ })
      .click()
    await expect.poll(() => fragmentOf(page)).toBe('#f2')
    await page.evaluate("location.hash = '#f3'")
    await page.locator(`${SHOWN}[data-flag="f3"]`).waitFor()
  })

  test('F and Shift+F go through the flags, Escape leaves them; the help says so', async () => {
    const page = await open(flagged)
    const shown = () => page.locator(SHOWN).getAttribute('data-flag')
    for (const [key, id] of [
      ['f', 'f3'],
      ['f', 'f2'],
      ['f', 'f1'],
      ['Shift+F', 'f2'],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(shown).toBe(id)
    }
    // Tab goes on into the flag's figures
    await page.locator(`${SHOWN} a:focus`).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('1.559')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator(SHOWN).count()).toBe(0)
    await expect.poll(() => litAs(page, 'flag-figures')).toEqual([])
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('cờ tiếp theo').waitFor()
  })

  test('a flag does not take the keyboard from the record that is clicked right after its key', async () => {
    const page = await open(flagged)
    const isOnRecord = await page.evaluate<boolean>(`(async () => {
      const drawn = async () => { for (let i = 0; i < 100; i++) await null }
      document.activeElement.blur()
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', bubbles: true, cancelable: true }))
      await drawn()
      const record = document.querySelector('.record-label')
      record.focus()
      record.click()
      await drawn()
      return record.closest('tr').matches('[aria-current="true"]') && document.activeElement === record
    })()`)
    expect(isOnRecord).toBe(true)
  })

  test('a folded panel leaves the room to the records, and opens for a flag that is asked for', async () => {
    const page = await open(flagged)
    const height = async () => (await page.locator('.records').boundingBox())?.height ?? 0
    const before = await height()
    expect(before).toBeGreaterThan(150)
    await panel(page).locator('summary').first().click()
    await expect.poll(height).toBeGreaterThan(before + 50)
    await page.keyboard.press('f')
    await sees(page, SHOWN)
    // whoever folds it with a flag selected stays at its head
    const head = panel(page).locator('summary').first()
    await head.focus()
    for (const open of [false, true]) {
      await page.keyboard.press('Enter')
      await expect.poll(() => head.evaluate(element => element.parentElement?.hasAttribute('open'))).toBe(open)
    }
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY')
  })

  test('many flags do not push the records out of sight', async () => {
    const [model] = flagged.flags
    if (model === undefined) throw new Error('there are flags')
    const flags = Array.from({ length: 60 }, (_, i) => ({ ...model, id: `f${i}`, severity: 'error' as const }))
    const page = await open({ ...flagged, flags }, '#f59')
    await sees(page, `${SHOWN}[data-flag="f59"]`)
    await sees(page, '.records tbody tr.record')
  })

  test('where no check failed, the page says how far the checks reach, and shows what they did not', async () => {
    const page = await open({ ...flagged, flags: [] })
    const without = flagged.observations.filter(({ support }) => support === 0).length
    const words = await panel(page).textContent()
    expect(words).toContain(`Không phép kiểm tra nào thất bại: khớp với ${333 - without}/333 số liệu.`)
    expect(words).toContain(`${without} số liệu chưa phép kiểm tra nào với tới`)
    await panel(page).getByRole('button').click()
    await page.getByText(`Đang hiện ${without}/333`).waitFor()
    await drawAll(page)
    expect(await page.locator('tr.record[data-id]').count()).toBe(without)
  })

  test('where no check reached anything, the page does not say that all is well', async () => {
    const page = await open({
      ...flagged,
      flags: [],
      observations: flagged.observations.map(o => ({ ...o, support: 0 })),
    })
    expect(await panel(page).textContent()).toContain('cả 333 số liệu chưa được kiểm chứng')
  })

  test('the records in flags are marked, suspects with how much they are suspected, and can be shown alone', async () => {
    const page = await open(flagged)
    await page.getByRole('button', { name: /^Có cờ 5/ }).click()
    const rows = page.locator('tr.record[data-id]')
    await expect.poll(() => rows.count()).toBe(5)
    const row = page.locator(`tr[data-id="${members.id}"]`)
    expect(await row.getByRole('img', { name: 'Mâu thuẫn' }).textContent()).toBe('▲')
    expect(await row.locator('.suspicion').textContent()).toBe('nghi sai 62\u00a0%')
    expect(await page.locator('.suspicion').count()).toBe(4)
  })

  test('a record tells the flags that it is in, and how many checks come out with it', async () => {
    const page = await open(flagged, `#${members.id}`)
    const why = page.locator('tr.why')
    expect(await why.getByRole('link').allTextContents()).toEqual(['▲ Mâu thuẫn f3', '◆ Cảnh báo f2'])
    expect(await why.locator('.facts').textContent()).toContain('không phép kiểm tra nào khớp với số này')
    const other = flagged.observations.find(({ support }) => support === 2)
    const unreached = flagged.observations.find(({ id, support }) => support === 0 && id !== members.id)
    for (const [id, words] of [
      [other?.id, '2 phép kiểm tra độc lập khớp với số này'],
      [unreached?.id, 'chưa phép kiểm tra nào với tới số này (chưa được kiểm chứng)'],
    ]) {
      await page.evaluate(`location.hash = '#${id}'`)
      await why
        .locator('.facts')
        .getByText(words ?? '')
        .waitFor()
    }
  })

  test('on a narrow screen a figure brings the text to the screen', async () => {
    const page = await open(flagged, '', NARROW)
    await sees(page, '[data-flag="f3"] .expression')
    await panel(page).locator('[data-flag="f3"] > .expression button').first().click()
    await sees(page, 'mark.is-selected')
    // Also when the rows of the records, which the page scrolls to as well, are drawn.
    await frames(page, 30)
    expect(await isSeen(page, 'mark.is-selected')).toBe(true)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(NARROW.width)
  })

  test('words of a document in a flag are words', async () => {
    const attack = '<img src=x onerror="window.attacked=1">'
    const flags = flagged.flags.map(flag => ({ ...flag, expression: attack, message: { vi: attack, en: attack } }))
    const page = await open({ ...flagged, flags })
    expect(await panel(page).textContent()).toContain(attack)
    expect(await page.locator('main img').count()).toBe(0)
  })
})

test.skipIf(noChromium)('flags come through the real server with all that they say', async () => {
  const stage = await Stage.open(async pages => {
    const extract = async () => ({ ok: true as const, extraction: flagged })
    const { app } = await openApp({ extract, pages: pathToFileURL(`${pages}/`) })
    await app.listen({ host: '127.0.0.1', port: 0 })
    return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  })
  onTestFinished(() => stage.close())
  const page = await stage.page()
  const buffer = Buffer.from(flagged.text)
  await page.setInputFiles('input[type=file]', { name: 'co.txt', mimeType: 'text/plain', buffer })
  await page.locator('.upload').getByText('Xong').waitFor()
  await page.locator('.upload').getByRole('link', { name: 'Mở' }).click()
  await page.locator('.records tbody tr.record').first().waitFor()
  await page.keyboard.press('f')
  await page.locator('[data-flag="f3"] .flag-suspects button').first().click()
  await page.locator('mark.is-selected').waitFor()
  expect(await page.locator('mark.is-selected').textContent()).toBe('1.559')
  expect(await page.locator('.flag-side .flag-suggestion').first().textContent()).toContain('1.098 + 501 = 1.599')
})
