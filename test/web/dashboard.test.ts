import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type MisreadingList, Records } from '../../src/contract/index.ts'
import { extract } from '../../src/extract.ts'
import { openApp, settled, upload } from '../http/support.ts'
import { temporaryFolder } from '../support/folder.ts'
import { faultsOf, noChromium, resize, Stage } from './browser.ts'

const PLAN = readFileSync(join(import.meta.dirname, '../../fixtures/gold/lang-son-2020.txt'))

/** The pages before the whole product over a new archive. */
const openStage = async () => {
  const drafts = join(await temporaryFolder(), 'drafts')
  let server: FastifyInstance | null = null
  const stage = await Stage.open(async pages => {
    const environment = { TRICHLUC_DRAFTS: drafts }
    const { app } = await openApp({ extract, pages: pathToFileURL(`${pages}/`), environment })
    await app.listen({ host: '127.0.0.1', port: 0 })
    server = app
    return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  })
  onTestFinished(() => stage.close())
  if (server === null) throw new Error('no server was started')
  return { stage, app: server as FastifyInstance, drafts }
}

const read = async (app: FastifyInstance): Promise<string> => {
  const id: string = (await upload(app, { 'kh-155.txt': PLAN })).json().documents[0].document.id
  await settled(app, id)
  return id
}

const recordsOf = async (app: FastifyInstance, id: string) =>
  Records.parse((await app.inject(`/v1/documents/${id}/records`)).json())

/** Settles some records of a plan: most as they are, three indicators corrected, one record rejected, one added. */
const review = async (app: FastifyInstance, id: string) => {
  const { version, records } = await recordsOf(app, id)
  const founded = records.filter(r => r.because.indicator?.rule !== undefined && r.indicator === 'organisations_new')
  const [one, two, three] = founded
  const start = PLAN.toString('utf8').indexOf('2020')
  const decisions = [
    ...[one, two].map(r => ({ kind: 'correct', record: r?.id, changes: { indicator: 'organisations_active' } })),
    { kind: 'reject', record: three?.id, why: 'số của năm trước' },
    ...records
      .filter(r => !founded.includes(r))
      .slice(0, 60)
      .map(r => ({ kind: 'confirm', record: r.id })),
    {
      kind: 'add',
      place: { start, end: start + 4 },
      statement: {
        ...{ subject: 'cooperative', indicator: 'organisations', unit: 'organisation', value: 2020 },
        ...{ period: '2020', status: 'target' },
      },
    },
  ]
  const answer = await app.inject({
    ...{ method: 'POST', url: `/v1/documents/${id}/decisions`, payload: { who: 'Lan', decisions } },
    headers: { 'if-match': `"${version}"` },
  })
  expect(answer.statusCode).toBe(201)
  return { one, two, total: records.length + 1, settled: decisions.length }
}

describe.skipIf(noChromium)('the dashboard (needs Chromium)', () => {
  test('of an empty archive says so, and leads to the archive', async () => {
    const { stage } = await openStage()
    const page = await stage.page('/dashboard')
    await page.getByRole('heading', { name: 'Kho chưa có tài liệu nào' }).waitFor()
    await page.getByRole('link', { name: 'Sang kho tài liệu' }).click()
    await page.getByText('Thả tệp vào đây').waitFor()
    await page.getByRole('link', { name: 'Tổng quan' }).click()
    await page.getByRole('heading', { name: 'Kho chưa có tài liệu nào' }).waitFor()
    expect(await page.title()).toBe('Tổng quan – trichluc')
  })

  test('before anything is reviewed says what to do next', async () => {
    const { stage, app } = await openStage()
    const id = await read(app)
    const { records } = await recordsOf(app, id)
    const page = await stage.page('/dashboard')
    await page.getByText('Chưa ai rà soát số liệu nào').waitFor()
    await page.getByText(`Đã rà soát 0 trong ${records.length} số liệu`).first().waitFor()
    await page.getByText('Chưa biết tỷ lệ sai').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await page.getByText('Số liệu máy bỏ sót').count()).toBe(0)
    await page.getByRole('link', { name: 'Xong' }).click()
    await page.getByRole('row').filter({ hasText: 'kh-155.txt' }).waitFor()
    expect(new URL(page.url()).search).toBe('?state=done')
  })

  test('names the rules that reviewers correct, with the way to each record, and makes an example of one', async () => {
    const { stage, app, drafts } = await openStage()
    const id = await read(app)
    const { one, total, settled: done } = await review(app, id)
    const page = await stage.page('/dashboard')
    await page.getByText(`Đã rà soát ${done} trong ${total} số liệu`).first().waitFor()
    const rule = one?.because.indicator?.rule ?? ''
    const row = page.getByRole('row').filter({ has: page.getByText(rule, { exact: true }) })
    expect(await row.getByRole('rowheader').textContent()).toMatch(
      /Chỉ tiêu.*rules\/indicators\/organisations\.yaml:\d+/s,
    )
    expect((await row.getByRole('cell').allInnerTexts()).at(-1)).toMatch(/^\d+\s%\s\(\d+\s%–\d+\s%\)$/)

    await page.route('**/misreadings*', async route => {
      const response = await route.fetch()
      const list = (await response.json()) as MisreadingList
      const misreadings = list.misreadings.map(each => ({ ...each, when: '2026-11-25T20:30:00.000Z' }))
      await route.fulfill({ response, json: { ...list, misreadings } })
    })
    await row.getByRole('button', { name: 'Xem các chỗ' }).click()
    const place = page
      .getByRole('listitem')
      .filter({ hasText: 'máy đọc Số tổ chức thành lập mới, đúng là Số tổ chức đang hoạt động' })
      .first()
    await place.waitFor()
    // what is decided early in the morning is of that day, though it is the day before in Greenwich
    expect(await place.textContent()).toMatch(/Lan.*26\/11\/2026/)
    await place.getByRole('button', { name: 'Đưa vào ví dụ cho quy tắc' }).click()
    await page.getByLabel('Họ và tên').fill('Minh')
    await page.getByRole('button', { name: 'Ghi tên' }).click()
    await place.getByText('Đã ghi vào').waitFor()
    const [file = ''] = await readdir(drafts)
    expect(await place.locator('pre').textContent()).toBe(await readFile(join(drafts, file), 'utf8'))
    expect(await place.textContent()).toContain(`Quy tắc đã đọc sai: ${rule}`)

    await page.getByRole('button', { name: /Hiện cả \d+ quy tắc/ }).click()
    expect(await page.getByText('lấy từ đề mục').count()).toBeGreaterThan(0)
    const missed = page.getByRole('row').filter({ hasText: 'Xem các chỗ' }).last()
    await missed.getByRole('button', { name: 'Xem các chỗ' }).click()
    await page.getByText('máy bỏ sót Tổng số tổ chức', { exact: true }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await resize(page, { width: 390, height: 844 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await resize(page, { width: 1366, height: 768 })

    await place.getByRole('link').first().click()
    await page.locator('.text-pane').waitFor()
    expect(new URL(page.url())).toMatchObject({ pathname: `/documents/${id}`, hash: `#${one?.id}` })
  })

  test('says why it cannot show anything, and tries again', async () => {
    const { stage, app } = await openStage()
    await read(app)
    const page = await stage.page('/')
    await page.route('**/v1/review/statistics', route => route.abort())
    await page.getByRole('link', { name: 'Tổng quan' }).click()
    await page.getByText('Không kết nối được máy chủ').waitFor()
    await page.unroute('**/v1/review/statistics')
    await page.getByRole('button', { name: 'Thử lại' }).click()
    await page.getByText('Chưa ai rà soát số liệu nào').waitFor()
  })
})
