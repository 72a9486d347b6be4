import { describe, expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { temporaryFolder } from '../support/folder.ts'
import { noChromium } from './browser.ts'
import { openWorkplace, saved, selected } from './open-workplace.ts'
import { SMALL_PLAN } from './small-plan.ts'

describe.skipIf(noChromium)('a rejected record (needs Chromium)', () => {
  test('each key that the help lists on it does what it says', async () => {
    const archive = await openArchive(await temporaryFolder())
    onTestFinished(() => archive.close())
    const { open, records } = await openWorkplace(archive, SMALL_PLAN)
    const [first] = (await records()).records
    const page = await open('Lan', `#${first?.id}`)
    await page.keyboard.press('x')
    await expect.poll(async () => (await records()).rejected.map(({ id }) => id)).toEqual([first?.id])
    await page.locator(`tr.is-rejected[data-id="${first?.id}"]`).click()
    await expect.poll(() => selected(page).getAttribute('data-id')).toBe(first?.id)
    const tools = page.getByRole('toolbar', { name: 'Quyết định' })
    await tools.getByRole('button', { name: 'Lấy lại' }).waitFor()
    expect(await tools.locator('kbd').allTextContents()).toEqual(['R', 'W', 'M'])

    await page.keyboard.press('?')
    const help = page.getByRole('dialog')
    await help.waitFor()
    const keys = await help.locator('kbd').allTextContents()
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
    expect(keys).toEqual(expect.arrayContaining(['R', 'W', 'M', 'U', 'G']))
    expect(keys.filter(key => ['A', 'S', 'E', 'X', 'D', 'Enter'].includes(key))).toEqual([])

    await page.keyboard.press('w')
    await page.getByRole('table', { name: 'Vì sao' }).waitFor()
    await page.keyboard.press('g')
    await page.locator('.text-pane .is-pointed').waitFor()
    const note = page.locator('.review-notes', { hasText: 'đã hỏi lại tỉnh' })
    await page.keyboard.press('m')
    await page.keyboard.type('đã hỏi lại tỉnh')
    await page.keyboard.press('Enter')
    await note.waitFor()
    await saved(page)
    await page.keyboard.press('u')
    await note.waitFor({ state: 'detached' })
    await expect.poll(() => selected(page).getAttribute('data-id')).toBe(first?.id)
    await page.keyboard.press('r')
    await expect.poll(async () => (await records()).rejected).toEqual([])
    await page.locator('tr.is-rejected').waitFor({ state: 'detached' })
    expect(await selected(page).getAttribute('data-id')).toBe(first?.id)
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('it is no suspect in the list of flags any more, before the server has told what the checks make of that', async () => {
    const archive = await openArchive(await temporaryFolder())
    onTestFinished(() => archive.close())
    const { open, records } = await openWorkplace(archive, SMALL_PLAN)
    const [flag] = (await records()).flags
    const suspect = flag?.suspects[0]?.observation
    const page = await open('Lan', `#${suspect}`)
    const suspects = page.locator(`.flag-side [data-flag="${flag?.id}"] .flag-suspects button`)
    const before = await suspects.allTextContents()
    expect(before).toHaveLength(flag?.suspects.length ?? 0)
    await page.route('**/records', () => undefined)
    await page.keyboard.press('x')
    await page.locator(`tr.is-rejected[data-id="${suspect}"]`).waitFor()
    await expect.poll(() => suspects.allTextContents()).toEqual(before.slice(1))
  })
})
