import { describe, expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import { temporaryFolder } from '../support/folder.ts'
import { noChromium } from './browser.ts'
import { openWorkplace, ready, selected } from './open-workplace.ts'
import { SMALL_PLAN } from './small-plan.ts'

describe.skipIf(noChromium)('the first decision of somebody whose name is not known (needs Chromium)', () => {
  const openNameless = async () => {
    const archive = await openArchive(await temporaryFolder())
    onTestFinished(() => archive.close())
    const { stage, id, records } = await openWorkplace(archive, SMALL_PLAN)
    const page = await stage.page(`/documents/${id}`)
    await ready(page)
    await page.keyboard.press(']')
    const looked = await selected(page).getAttribute('data-id')
    return { page, records, looked, dialog: page.getByRole('dialog') }
  }

  for (const key of ['a', 'x', 's']) {
    test(`is asked over the record that it is about, which stays where no name is given (${key.toUpperCase()})`, async () => {
      const { page, records, looked, dialog } = await openNameless()
      await page.keyboard.press(key)
      await dialog.waitFor()
      expect(await selected(page).getAttribute('data-id')).toBe(looked)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      expect(await selected(page).getAttribute('data-id')).toBe(looked)
      expect((await records()).progress.settled).toBe(0)
      await page.keyboard.press('j')
      await expect.poll(() => selected(page).getAttribute('data-id')).not.toBe(looked)
    })
  }

  test('is made once the name is given, and leads on with the keyboard on the next record', async () => {
    const { page, records, looked, dialog } = await openNameless()
    await page.keyboard.press('a')
    await dialog.getByRole('textbox').fill('Lan')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await expect.poll(() => selected(page).getAttribute('data-id')).not.toBe(looked)
    await expect.poll(async () => (await records()).records.find(({ id }) => id === looked)?.settledBy).toBe('reviewer')
    await expect
      .poll(() => page.evaluate("document.activeElement?.closest('tr')?.dataset.id"))
      .toBe(await selected(page).getAttribute('data-id'))
  })
})
