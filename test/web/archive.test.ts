import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noChromium, REAL_SERVER, Stage } from './browser.ts'
import { StubArchive } from './stub/archive.ts'
import { goldText } from './stub/gold.ts'

const PLAN = { name: 'kh-155.txt', mimeType: 'text/plain', buffer: Buffer.from(goldText('lang-son-2020')) }
const EMPTY = { name: 'rong.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }
const DAMAGED = { name: 'hong.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nnot really') }

describe.skipIf(noChromium)('the archive page (needs Chromium)', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage?.close())
  beforeEach(() => {
    stage.stub.archive = new StubArchive()
  })

  test.skipIf(REAL_SERVER)('says why it is empty and loads the samples with one click', async () => {
    const page = await stage.page()
    await page.getByText('Kho chưa có tài liệu nào').waitFor()
    await page.getByRole('button', { name: 'Nạp tài liệu mẫu' }).click()
    await page.getByRole('row').filter({ hasText: 'Xong' }).nth(1).waitFor()
    expect(await page.getByRole('row').count()).toBe(3)
  })

  test('a chosen file is sent, read and listed', async () => {
    const page = await stage.page()
    await page.setInputFiles('input[type=file]', PLAN)
    const item = page.locator('.upload').filter({ hasText: 'kh-155.txt' })
    await item.getByText('Xong').waitFor()
    const row = page.getByRole('row').filter({ hasText: 'kh-155.txt' })
    await row.getByText('Xong').waitFor()
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(expect.arrayContaining(['2020', '✓ Xong']))
    await item.getByRole('link', { name: 'Mở' }).click()
    await page.getByRole('heading', { level: 1, name: /Phát triển kinh tế tập thể/ }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/documents\/[0-9a-z]{16}$/)
  })

  test('a file that is dropped anywhere on the page is sent', async () => {
    const page = await stage.page()
    await page.getByText('Thả tệp vào đây').waitFor()
    await page.evaluate(`{
      const transfer = new DataTransfer()
      transfer.items.add(new File(['Năm 2019 có 5 hợp tác xã.'], 'tha.txt', { type: 'text/plain' }))
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))
      }
    }`)
    await page.locator('.upload').filter({ hasText: 'tha.txt' }).getByText('Xong').waitFor()
  })

  test('a refused file says its cause and its cure, in the language of the page', async () => {
    const page = await stage.page()
    await page.setInputFiles('input[type=file]', [EMPTY, PLAN])
    const item = page.locator('.upload').filter({ hasText: 'rong.txt' })
    await item.getByText('Nguyên nhân: Tệp không có byte nào.').waitFor()
    await item.getByText('Cách xử lý: Chọn lại tệp gốc và gửi lại.').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await item.getByText('Cause: The file has no bytes.').waitFor()
    // The other file is not held up.
    await page.locator('.upload').filter({ hasText: 'kh-155.txt' }).getByText('Done').waitFor()
  })

  test('a file that fails while it is read says why in the upload, the list and on its own page', async () => {
    const page = await stage.page()
    await page.setInputFiles('input[type=file]', DAMAGED)
    const item = page.locator('.upload').filter({ hasText: 'hong.pdf' })
    await item.getByText('Tệp hỏng').waitFor()
    const row = page.getByRole('row').filter({ hasText: 'hong.pdf' })
    await row.getByText('Lỗi').waitFor()
    await row.getByText(/Tệp bị cắt hoặc hỏng/).waitFor()
    await row.getByRole('link').click()
    await page.getByText('Không đọc được tài liệu này').waitFor()
    await page.getByRole('alert').getByText('Tệp hỏng').waitFor()
  })

  test('a server that cannot be reached is told of, and the file can be sent again', async () => {
    const page = await stage.page()
    await page.getByText('Thả tệp vào đây').waitFor()
    await page.route('**/v1/documents', route =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await page.setInputFiles('input[type=file]', PLAN)
    const item = page.locator('.upload')
    await item.getByText('Không kết nối được máy chủ').waitFor()
    await page.unroute('**/v1/documents')
    await item.getByRole('button', { name: 'Thử lại' }).click()
    await item.getByText('Xong').waitFor()
  })

  test('the language is remembered', async () => {
    const page = await stage.page()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('Drop files here or').waitFor()
    await page.reload()
    await page.getByText('Drop files here or').waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
  })

  test('search and filters stand in the address and are read from it', async () => {
    const page = await stage.page()
    await page.setInputFiles('input[type=file]', [PLAN, DAMAGED])
    const rows = page.locator('table.documents tbody tr')
    await rows.filter({ hasText: 'kh-155.txt' }).getByText('Xong').waitFor()
    await rows.filter({ hasText: 'hong.pdf' }).getByText('Lỗi').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('155')
    await page.waitForURL('**/?q=155')
    await expect.poll(() => rows.count()).toBe(1)
    await page.goto('/?state=failed')
    await expect.poll(() => rows.allInnerTexts()).toEqual([expect.stringContaining('hong.pdf')])
    await page.goto('/?q=khong-co-gi')
    await page.getByText('Không có tài liệu nào khớp với bộ lọc').waitFor()
    await page.getByRole('link', { name: 'Bỏ lọc' }).click()
    // A real archive may hold what other tests have sent.
    await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(2)
  })

  test('words are typed with pauses between them, and no filter undoes another', async () => {
    const page = await stage.page()
    await page.setInputFiles('input[type=file]', [PLAN, DAMAGED])
    const rows = page.locator('table.documents tbody tr')
    await rows.filter({ hasText: 'kh-155.txt' }).getByText('Xong').waitFor()
    await rows.filter({ hasText: 'hong.pdf' }).getByText('Lỗi').waitFor()
    const search = page.getByRole('searchbox')
    await search.pressSequentially('kinh ')
    await page.waitForURL('**/?q=kinh')
    expect(await search.inputValue()).toBe('kinh ')
    await search.pressSequentially('tế')
    await page.getByLabel('Trạng thái').selectOption('done')
    await page.waitForURL(url => url.searchParams.get('q') === 'kinh tế' && url.searchParams.get('state') === 'done')

    await page.goto('/')
    await rows.filter({ hasText: 'hong.pdf' }).waitFor()
    // words that the document is found by: its row stays, also when they are sought before it is clicked
    await search.fill('155')
    await rows.filter({ hasText: 'kh-155.txt' }).getByRole('link').click()
    await page.locator('.text-pane').waitFor()
    // longer than the pause after which what was typed would be sought
    await page.waitForTimeout(400)
    expect(new URL(page.url()).pathname).toMatch(/^\/documents\//)
  })

  test.skipIf(REAL_SERVER)(
    'the navigation tells how many documents are to be reviewed, and the list who has one',
    async () => {
      const page = await stage.page()
      await page.setInputFiles('input[type=file]', PLAN)
      const row = page.getByRole('row').filter({ hasText: 'kh-155.txt' })
      await row.getByText('Xong').waitFor()
      await stage.stub.archive.assign('Lan', new Date(Date.now() + 600_000))
      await page.getByRole('link', { name: 'Tổng quan' }).click()
      await page.getByRole('link', { name: 'Rà soát (1)' }).waitFor()
      await page.getByRole('link', { name: 'Kho tài liệu' }).click()
      await row.getByText(/Lan đang rà soát đến \d\d:\d\d/).waitFor()
      await row.getByRole('link').click()
      await page
        .locator('.document-title')
        .getByText(/Lan đang rà soát đến/)
        .waitFor()
      await page.evaluate("localStorage.setItem('trichluc.reviewer', 'Lan')")
      await page.reload()
      await page.locator('.document-title h1').waitFor()
      expect(await page.getByText(/đang rà soát đến/).count()).toBe(0)
    },
  )

  test.skipIf(REAL_SERVER)('a document that is being read tells which page it is at', async () => {
    stage.stub.archive.questionsUntilRead = Number.POSITIVE_INFINITY
    const page = await stage.page()
    await page.setInputFiles('input[type=file]', PLAN)
    await page.locator('.upload').getByText('đọc trang 7/12').waitFor()
    const row = page.getByRole('row').filter({ hasText: 'kh-155.txt' })
    const bar = row.getByRole('progressbar')
    await expect.poll(() => bar.getAttribute('aria-label')).toContain('đọc trang 7/12')
    expect([await bar.getAttribute('value'), await bar.getAttribute('max')]).toEqual(['6', '12'])
    await row.getByRole('link').click()
    await page.getByRole('main').getByText('đọc trang 7/12').waitFor()
    stage.stub.archive.questionsUntilRead = 0
    await page.locator('.text-pane').waitFor()
  })

  test.skipIf(REAL_SERVER)('a long list is loaded page by page', async () => {
    for (let i = 0; i < 60; i += 1) stage.stub.archive.store(`${i}.txt`, Buffer.from(`Văn bản ${i}`))
    const page = await stage.page()
    const rows = page.locator('table.documents tbody tr')
    await expect.poll(() => rows.count()).toBe(50)
    await page.getByRole('button', { name: 'Xem thêm' }).click()
    await expect.poll(() => rows.count()).toBe(60)
    await page.getByText('Đang hiện 60/60 tài liệu').waitFor()
  })
})
