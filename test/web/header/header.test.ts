import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { extract } from '../../../src/extract.ts'
import type { Extract } from '../../../src/work/reading.ts'
import { type Opened, openApp, readBy, settled, upload } from '../../http/support.ts'
import { noChromium, Stage } from '../browser.ts'
import { goldText } from '../stub/gold.ts'

/** The pages before the real server, with a document that is read. */
const opened = async () => {
  let server: Opened | undefined
  let number = '155'
  const reader: Extract = (bytes, name, limits) =>
    extract(Buffer.from(Buffer.from(bytes).toString().replace('155/KH', `${number}/KH`)), name, limits)
  const stage = await Stage.open(async pages => {
    server = await openApp({ extract: reader, pages: pathToFileURL(`${pages}/`) })
    await server.app.listen({ host: '127.0.0.1', port: 0 })
    return `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  })
  onTestFinished(() => stage.close())
  if (server === undefined) throw new Error('no server')
  const { app, archive } = server
  const id: string = (await upload(app, { 'kh-155.txt': goldText('lang-son-2020') })).json().documents[0].document.id
  await settled(app, id)
  const page = async (who: string) => {
    const page = await stage.page()
    await page.evaluate(`localStorage.setItem('trichluc.reviewer', ${JSON.stringify(who)})`)
    await page.goto(`/documents/${id}`)
    await page.locator('.fields').waitFor()
    return page
  }
  const document = async () => (await app.inject(`/v1/documents/${id}`)).json()
  const header = async () => (await app.inject(`/v1/documents/${id}/records`)).json().header
  /** Reads the document anew, as if its number were another. */
  const readAnew = async (as: string) => {
    number = as
    await archive.db.updateTable('documents').set({ queued: 'waiting' }).where('id', '=', id).execute()
    await readBy(archive, reader, id)
  }
  return { page, document, header, readAnew }
}

const edit = async (page: Page) => {
  await page.getByRole('button', { name: 'Sửa', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Sửa thể thức văn bản' })
  await dialog.waitFor()
  return dialog
}

describe.skipIf(noChromium)('the editor of a header, before the real server (needs Chromium)', () => {
  test('corrects with the keyboard what is typed as people write it, says what the machine read, and takes it back', async () => {
    const { page: open, document, header, readAnew } = await opened()
    const page = await open('Lan')
    const dialog = await edit(page)
    await dialog.getByRole('textbox', { name: 'Số, ký hiệu', exact: true }).fill('156/KH-UBND')
    const issued = dialog.getByRole('textbox', { name: 'Ngày ban hành', exact: true })
    await issued.fill('30/2/2019')
    await dialog.getByText('lịch không có ngày này').waitFor()
    expect(await issued.getAttribute('aria-invalid')).toBe('true')
    // Nothing is saved as long as something cannot be: saving goes there.
    await dialog.getByRole('button', { name: 'Ghi sửa đổi' }).click()
    await expect.poll(() => issued.and(page.locator(':focus')).count()).toBe(1)
    expect((await header()).settled).toEqual({})
    await issued.fill('13/9/2019')
    await dialog.getByRole('combobox', { name: 'Địa bàn', exact: true }).fill('Bắc Kạn')
    await dialog.getByText('mã 06').waitFor()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Sửa')
    const fields = page.locator('.fields')
    await fields.getByText('máy đọc: 155/KH-UBND').waitFor()
    expect(await fields.textContent()).toMatch(/156\/KH-UBND.*Lan sửa/)
    expect(await document()).toMatchObject({ number: '156/KH-UBND', issued: '2019-09-13', area: { code: '06' } })

    await readAnew('166')
    await page.reload()
    await fields.getByText('máy nay đọc khác: 166/KH-UBND').waitFor()
    const again = await edit(page)
    await again.getByRole('button', { name: 'Hoàn tác sửa đổi: Số, ký hiệu' }).click()
    await expect.poll(async () => (await document()).number).toBe('166/KH-UBND')
    await expect
      .poll(() => again.getByRole('textbox', { name: 'Số, ký hiệu', exact: true }).inputValue())
      .toBe('166/KH-UBND')
    expect(Object.keys((await header()).settled).sort()).toEqual(['area', 'issued'])
  })

  test('what another reviewer did meanwhile is shown, and what was typed is kept and can be saved then', async () => {
    const { page: open, document } = await opened()
    const [lan, minh] = [await open('Lan'), await open('Minh')]
    const dialog = await edit(minh)
    await dialog.getByRole('textbox', { name: 'Trích yếu', exact: true }).fill('Kế hoạch <b>2020</b>')
    await lan.bringToFront()
    const first = await edit(lan)
    await first.getByRole('textbox', { name: 'Số, ký hiệu', exact: true }).fill('156/KH-UBND')
    await lan.keyboard.press('Enter')
    await first.waitFor({ state: 'detached' })
    await minh.bringToFront()
    await dialog.getByRole('button', { name: 'Ghi sửa đổi' }).click()
    await dialog.getByText('Số, ký hiệu: “155/KH-UBND” nay là “156/KH-UBND” (Lan)').waitFor()
    expect(await dialog.getByRole('textbox', { name: 'Trích yếu', exact: true }).inputValue()).toBe(
      'Kế hoạch <b>2020</b>',
    )
    expect(await dialog.getByRole('textbox', { name: 'Số, ký hiệu', exact: true }).inputValue()).toBe('156/KH-UBND')
    expect((await document()).title).not.toContain('<b>')
    await dialog.getByRole('button', { name: 'Ghi sửa đổi' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await minh.locator('h1').textContent()).toBe('Kế hoạch <b>2020</b>')
    expect(await document()).toMatchObject({ number: '156/KH-UBND', title: 'Kế hoạch <b>2020</b>' })
  })

  test('a field that another reviewer changed while it was typed in is written over only after that is shown', async () => {
    const { page: open, document } = await opened()
    const [lan, minh] = [await open('Lan'), await open('Minh')]
    const number = { name: 'Số, ký hiệu', exact: true }
    const dialog = await edit(minh)
    await dialog.getByRole('textbox', number).fill('157/KH-UBND')
    await lan.bringToFront()
    const first = await edit(lan)
    await first.getByRole('textbox', number).fill('156/KH-UBND')
    await lan.keyboard.press('Enter')
    await first.waitFor({ state: 'detached' })
    // Records come anew when the tab is looked at again.
    await minh.bringToFront()
    await minh.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await dialog.getByText('máy đọc: 155/KH-UBND').waitFor()
    await dialog.getByRole('button', { name: 'Ghi sửa đổi' }).click()
    await dialog.getByText('Số, ký hiệu: “155/KH-UBND” nay là “156/KH-UBND” (Lan)').waitFor()
    expect((await document()).number).toBe('156/KH-UBND')
    await dialog.getByRole('button', { name: 'Ghi sửa đổi' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect((await document()).number).toBe('157/KH-UBND')
  })

  test('what the server refuses is shown at its field; left with Escape, what was typed is still there', async () => {
    const { page: open, document } = await opened()
    const page = await open('Lan')
    await page.route('**/decisions*', async route => {
      const body = route.request().postDataJSON()
      body.decisions[0].changes = { issued: '2019-02-30' }
      await route.continue({ postData: JSON.stringify(body) })
    })
    const dialog = await edit(page)
    await dialog.getByRole('textbox', { name: 'Ngày ban hành', exact: true }).fill('1/3/2019')
    await page.keyboard.press('Enter')
    await dialog.getByText('ngày 2019-02-30 không có trong lịch').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    // Nor does it get lost where he looks at something else meanwhile.
    await page.getByRole('link', { name: 'Kho tài liệu' }).click()
    await page.getByRole('row').filter({ hasText: 'kh-155.txt' }).getByRole('link').click()
    await page.getByRole('button', { name: 'Sửa (có sửa đổi chưa ghi)' }).click()
    expect(await page.getByRole('textbox', { name: 'Ngày ban hành', exact: true }).inputValue()).toBe('1/3/2019')
    await page.getByRole('button', { name: 'Bỏ sửa đổi' }).click()
    await page.getByRole('button', { name: 'Sửa', exact: true }).click()
    expect(await page.getByRole('textbox', { name: 'Ngày ban hành', exact: true }).inputValue()).toBe('12/9/2019')
    expect((await document()).issued).toBe('2019-09-12')
  })
})
