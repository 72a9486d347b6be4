import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { temporaryFolder } from '../support/folder.ts'
import { noChromium } from './browser.ts'
import { inSight } from './in-sight.ts'
import { openWorkplace, saved, selected } from './open-workplace.ts'

const PLAN = {
  name: 'bac-kan-2020.pdf',
  content: new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/documents/bac-kan-2020.pdf'))),
}

const openPlan = async () => {
  const archive = await openArchive(await temporaryFolder())
  onTestFinished(() => archive.close())
  return openWorkplace(archive, PLAN)
}

const shown = (page: Page) => page.locator('.flag-side [data-flag][aria-current="true"]').getAttribute('data-flag')
const onPages = (page: Page) => inSight(page, '.sheets-pane', '.sheet-mark')
const scrollBack = (page: Page) => page.evaluate("void document.querySelector('.sheets-pane').scrollTo(0, 0)")

describe.skipIf(noChromium)('flags beside the pages of a document (needs Chromium)', { timeout: 180_000 }, () => {
  test('F leads to the page of each flag, G back to it; J goes on from its suspect; after D the next flag is looked at', async () => {
    const { open, records } = await openPlan()
    const { flags } = await records()
    const page = await open('Lan')
    await page.locator('.sheet-mark').first().waitFor()
    const byId = new Map(flags.map(flag => [flag.id, flag]))
    const errors = flags.filter(({ severity }) => severity === 'error')
    const seen: string[] = []
    for (let nth = 0; nth < 6; nth++) {
      await page.keyboard.press('f')
      await expect.poll(() => shown(page)).not.toBe(seen.at(-1) ?? null)
      const id = (await shown(page)) ?? ''
      seen.push(id)
      const suspect = byId.get(id)?.suspects[0]?.observation
      await expect.poll(() => onPages(page), { message: id }).toContain(suspect)
      await page.locator('.light-sought').first().waitFor()
    }
    expect(new Set(seen).size).toBe(6)
    expect(seen.every(id => errors.some(error => error.id === id))).toBe(true)

    const [, , third = '', fourth = ''] = seen
    for (let nth = 0; nth < 3; nth++) await page.keyboard.press('Shift+F')
    await expect.poll(() => shown(page)).toBe(third)
    const suspect = byId.get(third)?.suspects[0]?.observation ?? ''
    await expect.poll(() => onPages(page)).toContain(suspect)
    await scrollBack(page)
    await expect.poll(() => onPages(page)).not.toContain(suspect)
    await page.keyboard.press('g')
    await expect.poll(() => onPages(page)).toContain(suspect)

    for (const key of ['j', 'k']) {
      await page.keyboard.press(key)
      await expect.poll(() => selected(page).getAttribute('data-id')).toBe(suspect)
      // The flag is still looked at: back to it.
      await page.keyboard.press('f')
      await expect.poll(() => shown(page)).toBe(fourth)
      await page.keyboard.press('Shift+F')
      await expect.poll(() => shown(page)).toBe(third)
      expect(await selected(page).count()).toBe(0)
    }

    await page.keyboard.press('d')
    await page.keyboard.type('văn bản in như vậy')
    await page.keyboard.press('Enter')
    await expect.poll(() => shown(page)).toBe(fourth)
    await page.locator(`.flag-side [data-flag="${fourth}"] a:focus`).waitFor()
    expect(await selected(page).count()).toBe(0)
    await expect.poll(() => onPages(page)).toContain(byId.get(fourth)?.suspects[0]?.observation)
    await saved(page)
    await page.keyboard.press('Shift+F')
    await expect.poll(() => shown(page)).toBe(seen[1])
  })

  test('a flag whose figures are no records leads to its first figure', async () => {
    const { open, records } = await openPlan()
    const flag = (await records()).flags.find(({ observations }) => observations.length === 0)
    const page = await open('Lan', `#${flag?.id}`)
    const place = page.locator('.light-sought').first()
    await place.waitFor()
    const pane = await page.locator('.sheets-pane').boundingBox()
    const isSeen = async () => {
      const box = await place.boundingBox()
      return box !== null && pane !== null && box.y >= pane.y && box.y + box.height <= pane.y + pane.height
    }
    await expect.poll(isSeen).toBe(true)
    await scrollBack(page)
    await page.keyboard.press('g')
    await expect.poll(isSeen).toBe(true)
  })

  test('S changes the record that is looked at and no other; from the others a key leads to it', async () => {
    const { open, records } = await openPlan()
    const printed = async (words: string, on: number) =>
      (await records()).records.find(({ evidence }) => evidence.page === on && evidence.start === Number(words))
    const total = await printed('804', 1)
    const founded = await printed('20262', 10)
    expect([total?.value, founded?.value]).toEqual([176, 30])
    const page = await open('Lan', `#${total?.id}`)
    const tools = page.getByRole('toolbar', { name: 'Quyết định' })
    await tools.getByRole('button', { name: 'Xem 30 → 31, trang 10' }).waitFor()
    expect(await tools.getByRole('button', { name: /^Dùng/ }).count()).toBe(0)
    await page.keyboard.press('s')
    await page.keyboard.press('Shift+S')
    await expect.poll(() => selected(page).getAttribute('data-id')).toBe(founded?.id)
    await expect.poll(() => onPages(page)).toContain(founded?.id)
    await tools.getByRole('button', { name: 'Dùng 31' }).waitFor()

    // Where the flag itself is looked at, the key says whose figure it changes.
    const flag = (await records()).flags.find(({ suggestion }) => suggestion?.observation === founded?.id)
    await page.evaluate(`void (location.hash = '#${flag?.id}')`)
    await expect.poll(() => shown(page)).toBe(flag?.id)
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText(`Dùng 31 thay 30 ở trang 10 (${founded?.label})`).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('s')
    const told = async () =>
      (await records()).records.filter(({ settledBy }) => settledBy === 'reviewer').map(r => [r.id, r.value])
    await expect.poll(told).toEqual([[founded?.id, 31]])
    await expect.poll(() => shown(page)).not.toBe(flag?.id)
    await page.locator('.flag-side [data-flag][aria-current="true"] a:focus').waitFor()
  })
})
