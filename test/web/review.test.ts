import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../src/archive/open-archive.ts'
import type { Records, Reextraction, ReviewNext } from '../../src/contract/index.ts'
import { DEFAULT_LIMITS, extract } from '../../src/extract.ts'
import { loadRules } from '../../src/rules/rule-set.ts'
import { digestOf, meaningsOf, readRuleSetFiles } from '../../src/rules/rule-set-files.ts'
import type { Extract } from '../../src/work/reading.ts'
import { readBy } from '../http/support.ts'
import { taken } from '../support/archive.ts'
import { changedRules } from '../support/changed-rules.ts'
import { extractionOf } from '../support/extraction.ts'
import { temporaryFolder } from '../support/folder.ts'
import { faultsOf, noChromium, resize } from './browser.ts'
import { inSight } from './in-sight.ts'
import { openWorkplace, ready, saved, selected, type Uploaded, type Workplace } from './open-workplace.ts'
import { wheeling } from './wheeling.ts'

const PLAN: Uploaded = {
  name: 'lang-son-2020.pdf',
  content: new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/documents/lang-son-2020.pdf'))),
}

const LONG_PLAN: Uploaded = {
  name: 'bac-kan-2020.pdf',
  content: new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/documents/bac-kan-2020.pdf'))),
}

/** A sum that does not come out, with a suggestion; a date that is no statistic. */
const SMALL: Uploaded = {
  name: 'nho.txt',
  content: `KẾ HOẠCH
Phát triển kinh tế tập thể năm 2020

I. TÌNH HÌNH
Căn cứ Quyết định số 1804/QĐ-TTg ngày 13/11/2020 của Thủ tướng Chính phủ.
Năm 2019 tổng số thành viên hợp tác xã ước đạt 1.559 người, đạt 105,2% kế hoạch (kế hoạch năm 2019 là 1.520 người).
Năm 2019 thành lập mới 12 hợp tác xã, doanh thu bình quân một hợp tác xã 850 triệu đồng.
`,
}

/** Selects the first words of the text that are these. */
const selectWords = (page: Page, words: string): Promise<void> =>
  page.evaluate<void>(`{
    const walker = document.createTreeWalker(document.querySelector('.text-pane'), NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue.indexOf('${words}')
      if (at === -1) continue
      getSelection().setBaseAndExtent(node, at, node, at + ${words.length})
      break
    }
  }`)

/** Resolves once a page that sends a decision has been told the records as they are with it; others are of before. */
const toldAnew = async (page: Page): Promise<void> => {
  let isStored = false
  await page.waitForResponse(response => {
    const isDecision = response.request().method() === 'POST' && response.url().endsWith('/decisions')
    if (isDecision && response.ok()) isStored = true
    return isStored && response.url().endsWith('/records')
  })
}

describe.skipIf(noChromium)(
  'the reviewer’s workplace before the real server (needs Chromium)',
  { timeout: 180_000 },
  () => {
    test('a document is settled with the keyboard alone, and every decision outlasts a reload and other rules', async () => {
      const archive = await openArchive(await temporaryFolder())
      onTestFinished(() => archive.close())
      const { stage, id, records, history } = await openWorkplace(archive, PLAN)
      const page = await stage.page(`/documents/${id}`)
      await ready(page)
      const before = await records()

      // A number on the page that is no record says why.
      await page.locator('.sheet-words span', { hasText: '155' }).first().waitFor()
      const place = await page.evaluate<{ x: number; y: number }>(`(() => {
        const walker = document.createTreeWalker(document.querySelector('.sheet-words'), NodeFilter.SHOW_TEXT)
        while (walker.nextNode() !== null) {
          const { currentNode: node } = walker
          const at = node.data.indexOf('155')
          if (at === -1) continue
          const range = new Range()
          range.setStart(node, at)
          range.setEnd(node, at + 3)
          const { left, top, width, height } = range.getBoundingClientRect()
          return { x: left + width / 2, y: top + height / 2 }
        }
      })()`)
      await page.mouse.click(place.x, place.y)
      const note = page.locator('.numeral-note')
      await note.getByRole('heading', { name: '155' }).waitFor()
      await note.getByText('số hiệu văn bản').waitFor()
      await page.keyboard.press('Escape')
      await note.waitFor({ state: 'detached' })

      // The list follows the pages: what is read on them is in sight there, too.
      await page.mouse.move(place.x, 500)
      await page.mouse.wheel(0, 1500)
      const inBoth = async () => {
        const marked = new Set(await inSight(page, '.sheets-pane', '.sheet-mark'))
        return (await inSight(page, '.records', 'tr[data-id]')).filter(id => marked.has(id)).length
      }
      const scrolled = () => page.evaluate<number>("document.querySelector('.records').scrollTop")
      await expect.poll(wheeling(page, scrolled)).toBeGreaterThan(0)
      await expect.poll(wheeling(page, inBoth)).toBeGreaterThan(1)

      // Who decides is asked for with the first decision.
      await page.keyboard.press(']')
      await expect.poll(() => selected(page).getAttribute('data-id')).toBe(before.agenda[0]?.record)
      await page.keyboard.press('a')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type('Nguyễn Lan')
      await page.keyboard.press('Enter')
      await page.getByText(`1/${before.records.length} đã rà soát`).waitFor()

      // The cursor has gone on; a figure is typed as people write it.
      await expect.poll(() => selected(page).getAttribute('data-id')).toBe(before.agenda[1]?.record)
      const corrected = before.agenda[1]?.record
      await page.keyboard.press('e')
      await page.keyboard.type('1.234,5.6')
      await page.getByText('không phải số').waitFor()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('4321')
      await page.keyboard.press('Enter')
      await page.getByText(`2/${before.records.length} đã rà soát`).waitFor()

      await expect.poll(() => selected(page).getAttribute('data-id')).toBe(before.agenda[2]?.record)
      const rejected = before.agenda[2]?.record
      await page.keyboard.press('x')
      await page.getByText(`3/${before.records.length} đã rà soát`).waitFor()

      // Taken back, the record is where it was; rejected again it is gone.
      await saved(page)
      await page.keyboard.press('u')
      await expect.poll(async () => (await records()).rejected.length).toBe(0)
      await expect.poll(() => selected(page).getAttribute('data-id')).toBe(rejected)
      await expect.poll(() => page.locator('tr.is-rejected').count()).toBe(0)
      await page.keyboard.press('x')
      await expect.poll(async () => (await records()).rejected.length).toBe(1)

      // A number that is no statistic is added by its words.
      await saved(page)
      await page.keyboard.press('n')
      await page.keyboard.type('UBND')
      await page.getByText(/Chỗ có chữ này/).waitFor()
      await page.keyboard.press('Enter')
      await page.getByLabel('Giá trị').waitFor()
      await page.keyboard.type('77')
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await records()).records.filter(r => r.value === 77).length).toBe(1)

      // The rest as it is.
      const left = async () => {
        const { progress } = await records()
        return progress.records - progress.settled
      }
      for (let round = 0; round < 5 && (await left()) > 0; round++) {
        await saved(page)
        for (let n = await left(); n > 0; n--) await page.keyboard.press('a')
        await saved(page)
      }
      const all = before.records.length + 1
      await page.getByText(`${all}/${all} đã rà soát`).waitFor()

      const then = await records()
      expect(then.progress).toMatchObject({ records: all, settled: all })
      expect(then.records.every(r => r.settledBy === 'reviewer')).toBe(true)
      expect(then.records.find(r => r.id === corrected)?.value).toBe(4321)
      expect(then.rejected.map(r => r.id)).toEqual([rejected])
      const made = await history()
      expect(new Set(made.decisions.map(d => d.who))).toEqual(new Set(['Nguyễn Lan']))

      await page.reload()
      await page.getByText(`${all}/${all} đã rà soát`).waitFor()
      await stage.close()

      // Other rules read the same document: they call members by another name.
      const folder = await changedRules('indicators/people.yaml', source =>
        source.replace('Số thành viên', 'Số xã viên'),
      )
      const rules = loadRules(folder)
      const files = readRuleSetFiles(folder)
      const target = { engine: 'other', rules: digestOf(files), meanings: meaningsOf(files), judge: null }
      const anew = await openWorkplace(
        archive,
        PLAN,
        (bytes, name, limits) => extract(bytes, name, limits ?? DEFAULT_LIMITS, rules),
        () => target,
      )
      const run = await fetch(`${anew.stage.address}/v1/reextractions?scope=all`, { method: 'POST' })
      const { id: runId } = (await run.json()) as Reextraction
      const state = async () =>
        ((await (await fetch(`${anew.stage.address}/v1/reextractions/${runId}`)).json()) as Reextraction).state
      await expect.poll(state, { timeout: 60_000 }).toBe('done')
      expect((await anew.history()).decisions).toEqual(made.decisions)
      const now = await anew.records()
      expect(now.engine.rules).toBe(rules.digest)
      expect(now.detached).toEqual([])
      const told = (all: Records) => all.records.map(({ id: _, machine: __, support: ___, ...record }) => record)
      expect(told(now)).toEqual(told(then))
      const doubted = now.records.filter(({ machine }) => machine?.since === true)
      expect(doubted.length).toBeGreaterThan(0)

      const again = await anew.open('Nguyễn Lan', `#${doubted[0]?.id}`)
      await again.getByText(`${all}/${all} đã rà soát`).waitFor()
      await again.getByText(/máy đã đổi ý/).waitFor()
      expect(await selected(again).getByRole('img', { name: 'đã rà soát; máy nay đọc khác' }).count()).toBe(1)
    })

    const openSmall = async (): Promise<Workplace> => {
      const archive = await openArchive(await temporaryFolder())
      onTestFinished(() => archive.close())
      return openWorkplace(archive, SMALL)
    }

    test('a flag is answered by its suggestion, or dismissed with a reason; its sum is told with what was typed', async () => {
      const { open, records, history } = await openSmall()
      const { flags } = await records()
      const page = await open('Lan', `#${flags[0]?.suggestion?.observation}`)
      await page.locator('tr.why').getByText('1.559 / 1.520').waitFor()
      await page.getByRole('button', { name: 'Dùng 1.599' }).waitFor()
      await page.keyboard.press('s')
      await page.getByText('Cờ đã khép (1)').waitFor()
      const told = async () => (await records()).records.map(r => [r.value, r.settledBy])
      await expect.poll(told).toContainEqual([1599, 'reviewer'])

      await saved(page)
      await page.keyboard.press('u')
      // The flag is there again when the server has checked the figures anew.
      await page.getByText('Cờ đã khép').waitFor({ state: 'detached' })
      await page.keyboard.press('f')
      await page.keyboard.press('d')
      await page.keyboard.type('văn bản in như vậy')
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await records()).flags[0]?.state).toBe('dismissed')
      const { decisions } = await history()
      const [accepted, , dismissed] = decisions
      expect(dismissed).toMatchObject({ kind: 'dismiss', why: 'văn bản in như vậy', who: 'Lan' })
      expect(await page.locator('.said').textContent()).toMatch(/^bỏ qua cờ: 1\.559 \/ 1\.520/)

      // The history tells the flag of a dismissal, and what was undone.
      await page.getByRole('button', { name: 'Lịch sử' }).click()
      const lines = page.locator('.history-list > li')
      await expect.poll(() => lines.count()).toBe(3)
      const shown = await lines.allTextContents()
      expect(shown[0]).toContain('bỏ qua cờ 1.559 / 1.520')
      expect(shown[1]).toMatch(/hủy quyết định \(Lan: theo gợi ý .*Giá trị: 1\.559 người → 1\.599 người/)
      await page.keyboard.press('Escape')

      // A decision whose words are gone is told, and can be taken back.
      await page.route('**/records', async route => {
        const now = (await (await route.fetch()).json()) as Records
        await route.fulfill({ json: { ...now, detached: [{ decision: accepted, record: null }] } })
      })
      await page.reload()
      await ready(page)
      const detached = page.locator('details.detached-decisions')
      expect(await detached.getByText('Quyết định không còn chỗ trong văn bản (1)').isVisible()).toBe(true)
      await detached.locator('summary').click()
      expect(await detached.locator('li').textContent()).toMatch(/Lan theo gợi ý .*1\.559 người → 1\.599 người/)
      expect(await faultsOf(page)).toEqual([])
      await detached.getByRole('button', { name: 'Hủy' }).waitFor()
    })

    test('a number that is no record says why, and can be made one; so can words that are selected', async () => {
      const { open, records } = await openSmall()
      const page = await open('Lan')
      const before = (await records()).records.length
      const line = page.locator('.text-pane .line', { hasText: '1804' })
      const box = await line.boundingBox()
      if (box === null) throw new Error('the line is not drawn')
      // The number stands behind the first third of the line.
      for (let x = box.x + 40; x < box.x + box.width && (await page.locator('.numeral-note').count()) === 0; x += 12) {
        await page.mouse.click(x, box.y + 12)
      }
      const note = page.locator('.numeral-note')
      await note.getByText('Không phải số liệu').waitFor()
      const asked = /\d+/.exec((await note.getByRole('heading').textContent()) ?? '')?.[0]
      await page.keyboard.press('n')
      await page.locator('.add-panel q', { hasText: asked ?? 'a number' }).waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.add-panel').waitFor({ state: 'detached' })

      // By keys alone it is searched for, and asked about; so it can be added, too.
      await page.keyboard.press('/')
      await page.keyboard.type('13/11')
      const why = page.getByRole('button', { name: 'Vì sao không là số liệu?' })
      await why.waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await note.getByRole('heading', { name: '13' }).waitFor()
      await page.keyboard.press('n')
      await page.getByLabel('Giá trị').waitFor()
      expect(await page.getByLabel('Giá trị').inputValue()).toBe('13')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /Đóng ô tìm/ }).click()

      await selectWords(page, '1804')
      await page.keyboard.press('n')
      await page.getByLabel('Giá trị').waitFor()
      expect(await page.getByLabel('Giá trị').inputValue()).toBe('1.804')
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await records()).records.length).toBe(before + 1)
      const added = (await records()).records.find(r => r.value === 1804)
      expect(added?.evidence.quote).toContain('1804/QĐ-TTg')
      await page.locator(`tr[data-id="${added?.id}"]`).waitFor()
    })

    test('notes, reasons and the keys that are valid now are shown where they are asked for', async () => {
      const { open, records } = await openSmall()
      const [first] = (await records()).records
      const page = await open('Lan', `#${first?.id}`)
      await page.keyboard.press('m')
      await page.keyboard.type('xem phụ lục 1')
      await page.keyboard.press('Enter')
      await page.locator('.review-notes', { hasText: 'xem phụ lục 1' }).waitFor()
      await page.keyboard.press('w')
      await page.getByRole('table', { name: 'Vì sao' }).waitFor()

      const keys = async () => {
        await page.keyboard.press('?')
        await page.getByRole('dialog').waitFor()
        const shown = await page.getByRole('dialog').locator('kbd').allTextContents()
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
        return shown
      }
      expect(await keys()).toEqual(expect.arrayContaining(['A', 'E', 'X', 'W', 'U', 'Esc']))
      await page.keyboard.press('Escape')
      await selected(page).waitFor({ state: 'detached' })
      const without = await keys()
      expect(without).toEqual(expect.arrayContaining(['J', ']', 'N', '?']))
      expect(without).not.toEqual(expect.arrayContaining(['A']))
      await page.keyboard.press('a')
      expect((await records()).progress.settled).toBe(0)
    })

    test('a note on the whole document is read above its records', async () => {
      const { stage, id, open, records } = await openSmall()
      const answer = await fetch(`${stage.address}/v1/documents/${id}/decisions`, {
        method: 'POST',
        headers: { 'if-match': `"${(await records()).version}"`, 'content-type': 'application/json' },
        body: JSON.stringify({ who: 'Lan', decisions: [{ kind: 'note', record: null, why: 'thiếu trang 3' }] }),
      })
      expect(answer.status).toBe(201)
      const page = await open('Minh')
      const notes = page.locator('.notes')
      await notes.getByText('Ghi chú về cả tài liệu (1)').waitFor()
      expect(await notes.getByRole('listitem').filter({ hasText: 'thiếu trang 3' }).textContent()).toContain('Lan')
      expect(await faultsOf(page)).toEqual([])
    })

    test('the history tells which decisions have lost their words to another reading', async () => {
      const archive = await openArchive(await temporaryFolder())
      onTestFinished(() => archive.close())
      const { stage, id, open, records } = await openWorkplace(archive, SMALL)
      const { records: all, version } = await records()
      const answer = await fetch(`${stage.address}/v1/documents/${id}/decisions`, {
        method: 'POST',
        headers: { 'if-match': `"${version}"`, 'content-type': 'application/json' },
        body: JSON.stringify({ who: 'Lan', decisions: [{ kind: 'confirm', record: all[0]?.id }] }),
      })
      expect(answer.status).toBe(201)
      await archive.db.updateTable('documents').set({ queued: 'waiting' }).where('id', '=', id).execute()
      await archive.finish(await taken(archive), extractionOf(Buffer.from('Có 12 hợp tác xã.'), SMALL.name))
      const page = await open('Lan')
      await page.getByRole('button', { name: 'Lịch sử' }).click()
      const line = page.getByRole('dialog').getByRole('listitem').first()
      await line.getByText('chữ của nó không còn trong văn bản').waitFor()
    })

    test('of two reviewers the second is told what has changed, and loses nothing that he decided', async () => {
      const { open, records } = await openSmall()
      const { records: all } = await records()
      const [one, two] = [await open('Lan', `#${all[0]?.id}`), await open('Minh', `#${all[1]?.id}`)]
      const seen = toldAnew(one)
      await one.bringToFront()
      await one.keyboard.press('a')
      await seen
      await two.bringToFront()
      await two.keyboard.press('x')
      const held = two.getByRole('alert')
      await held.getByText('Chưa ghi được 1 quyết định').waitFor()
      expect(await held.textContent()).toContain('Lan: chấp nhận')
      expect((await records()).rejected).toEqual([])
      await two.getByText(`1/${all.length} đã rà soát`).waitFor()
      // Once more after a rest: what comes later is not known to him.
      const rested = toldAnew(two)
      await held.getByRole('button', { name: 'Ghi lại' }).click()
      await expect.poll(async () => (await records()).rejected.map(r => r.id)).toEqual([all[1]?.id])
      await held.waitFor({ state: 'detached' })
      await rested

      // So is the first, whose form waits with it and is closed when it is stored.
      await one.bringToFront()
      await one.locator(`tr[data-id="${all[2]?.id}"] .record-label`).click()
      await one.keyboard.press('e')
      await one.getByLabel('Giá trị').waitFor()
      await one.keyboard.type('1.777')
      await one.keyboard.press('Enter')
      await one.getByRole('button', { name: 'Ghi lại' }).click()
      await one.getByLabel('Giá trị').waitFor({ state: 'detached' })

      // What the first has made another figure, the second settles only once he has seen it.
      const corrected = async () => (await records()).records.find(r => r.value === 1777)
      await expect.poll(corrected).toBeDefined()
      const id = (await corrected())?.id ?? ''
      await two.bringToFront()
      const before = await two.locator(`tr[data-id="${id}"] .figure b`).textContent()
      await two.locator(`tr[data-id="${id}"] .record-label`).click()
      await two.keyboard.press('x')
      const asked = two.getByRole('alert')
      await asked.getByText('Quyết định cần bạn xem lại: 1').waitFor()
      expect(await asked.textContent()).toMatch(new RegExp(`Lan vừa quyết định.*${before}.* → 1\\.777`))
      expect(await faultsOf(two)).toEqual([])
      expect(await corrected()).toBeDefined()
      await asked.getByRole('button', { name: 'Vẫn ghi' }).click()
      await expect.poll(async () => (await records()).rejected.length).toBe(2)
      await asked.waitFor({ state: 'detached' })

      // Nothing that is not stored is left behind without a word, whichever way one goes.
      await two.route('**/decisions', route => route.abort())
      await two.locator(`tr[data-id="${all[3]?.id}"] .record-label`).click()
      await two.keyboard.press('x')
      await two.getByRole('link', { name: 'Kho tài liệu' }).click()
      const leave = two.getByRole('dialog')
      await leave.getByText('Chưa ghi xong 1 quyết định').waitFor()
      expect(await leave.textContent()).toContain(all[3]?.label)
      expect(await faultsOf(two)).toEqual([])
      await leave.getByRole('button', { name: 'Ở lại' }).click()
      await leave.waitFor({ state: 'detached' })
      await two.unroute('**/decisions')
      await two.getByRole('button', { name: 'Ghi lại' }).click()
      await expect.poll(async () => (await records()).rejected.length).toBe(3)
      await two.getByRole('link', { name: 'Kho tài liệu' }).click()
      await two.waitForURL(address => address.pathname === '/')
    })

    test('the last decision is undone whatever it was about, and a form that a colleague has overtaken asks', async () => {
      const { stage, id, open, records } = await openSmall()
      const { records: all } = await records()
      const page = await open('Lan', `#${all[0]?.id}`)
      const correctHeader = async () => {
        await page.getByRole('button', { name: 'Sửa', exact: true }).click()
        const editor = page.getByRole('dialog')
        await editor.getByRole('textbox', { name: 'Số, ký hiệu', exact: true }).fill('156/KH-UBND')
        await page.keyboard.press('Enter')
        await editor.waitFor({ state: 'detached' })
      }
      const undoHeader = async () => {
        await page.getByRole('button', { name: /^Hủy/ }).waitFor()
        await page.keyboard.press('u')
        await page.getByText('Đã hủy “sửa thể thức: Số, ký hiệu 156/KH-UBND”.').waitFor()
        expect((await records()).header.number).toBeNull()
      }
      await correctHeader()
      await undoHeader()
      await page.keyboard.press('a')
      await expect.poll(async () => (await records()).progress.settled).toBe(1)
      await correctHeader()
      await undoHeader()
      expect((await records()).progress.settled).toBe(1)

      const third = all[2]
      const own = page.locator(`tr[data-id="${third?.id}"]`)
      await own.locator('.record-label').click()
      await page.keyboard.press('e')
      await page.getByLabel('Giá trị').waitFor()
      await page.keyboard.type('1.777')
      const changes = { period: '2011', status: 'target' }
      const made = await fetch(`${stage.address}/v1/documents/${id}/decisions`, {
        method: 'POST',
        headers: { 'If-Match': `"${(await records()).version}"`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ who: 'Minh', decisions: [{ kind: 'correct', record: third?.id, changes }] }),
      })
      expect(made.ok).toBe(true)
      // Records come anew when the tab is looked at again.
      await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
      await own.getByText('2011').waitFor()
      await page.keyboard.press('Enter')
      const asked = page.getByRole('alert')
      await asked.getByText('Quyết định cần bạn xem lại: 1').waitFor()
      const now = async () => (await records()).records.find(record => record.id === third?.id)
      expect(await now()).toMatchObject({ value: third?.value, ...changes })
      await asked.getByRole('button', { name: 'Vẫn ghi' }).click()
      await page.locator('.statement-form').waitFor({ state: 'detached' })
      expect(await now()).toMatchObject({ value: 1777, ...changes })
    })

    test('a document that is read anew under the open page is shown as it is now, and what is added stands where it was', async () => {
      const archive = await openArchive(await temporaryFolder())
      onTestFinished(() => archive.close())
      let before = ''
      const reader: Extract = (bytes, name, limits) =>
        extract(Buffer.from(before + Buffer.from(bytes).toString()), name, limits)
      const { id, open, records, stage } = await openWorkplace(archive, SMALL, reader)
      const founded = (await records()).records.find(({ value }) => value === 12)
      const page = await open('Lan', `#${founded?.id}`)

      before = 'Năm 2018 toàn tỉnh có 45 hợp tác xã giải thể, 7 hợp tác xã ngừng hoạt động.\n'
      await archive.db.updateTable('documents').set({ queued: 'waiting' }).where('id', '=', id).execute()
      await readBy(archive, reader, id)
      await page.keyboard.press('a')
      await page.getByText('Tài liệu vừa được đọc lại').waitFor()
      await page.locator('.text-pane').getByText('Năm 2018 toàn tỉnh có').waitFor()
      // The number that the cursor has gone on to is looked at, wherever its record stands now.
      expect(await selected(page).locator('.record-number').textContent()).toBe('850')
      expect(await page.locator('mark.is-selected').first().textContent()).toBe('850')
      await page.getByRole('button', { name: 'Bỏ quyết định này' }).click()
      await page.getByRole('button', { name: 'Đã rõ' }).click()
      await page.getByText('Tài liệu vừa được đọc lại').waitFor({ state: 'detached' })

      await page.keyboard.press('n')
      await page.keyboard.type('1804')
      await page.getByText(/Chỗ có chữ này/).waitFor()
      await page.keyboard.press('Enter')
      await page.getByLabel('Giá trị').waitFor()
      await page.getByLabel('Giá trị').fill('1804')
      await page.keyboard.press('Enter')
      const added = async () => (await records()).records.find(({ value }) => value === 1804)?.evidence
      await expect.poll(async () => (await added())?.quote).toContain('1804/QĐ-TTg')
      const { start = 0, end = 0 } = (await added()) ?? {}
      const text = await (await fetch(`${stage.address}/v1/documents/${id}/text`)).text()
      expect(text.slice(start, end)).toBe('1804')
    })

    test('the queue leads to what is best reviewed, which is then nobody else’s', async () => {
      const { id, stage, records } = await openSmall()
      const { agenda } = await records()
      const open = async (who: string) => {
        const page = await stage.page('/review')
        await page.evaluate(`localStorage.setItem('trichluc.reviewer', '${who}')`)
        await page.reload()
        return page
      }
      const one = await open('Lan')
      await one.getByRole('heading', { name: 'Phát triển kinh tế tập thể năm 2020' }).waitFor()
      await one.getByText('Có phép cộng không khớp.').waitFor()
      await one.keyboard.press('Shift+J')
      await one.waitForURL(`**/documents/${id}#${agenda[0]?.record}`)
      await ready(one)
      expect(await selected(one).getAttribute('data-id')).toBe(agenda[0]?.record)

      const two = await open('Minh')
      await two.getByText('Không còn tài liệu nào cần rà soát.').waitFor()
      expect(await faultsOf(two)).toEqual([])
      await two.goto(`/documents/${id}#${agenda[0]?.record}`)
      await ready(two)
      await two.keyboard.press('a')
      await two.getByRole('alert').getByText(/Lan/).waitFor()
      expect((await records()).progress.settled).toBe(0)

      // Going back asks as well, and gives up what is given up.
      const both = { vi: 'Cần mã truy cập', en: 'A token is needed' }
      const unauthorised = { code: 'unauthorised', titles: both, cause: both, cure: both }
      await one.route('**/decisions', route => route.fulfill({ status: 401, json: unauthorised }))
      // Browsers may let go what is typed into a window that lies behind another.
      await one.bringToFront()
      await one.keyboard.press('x')
      const signIn = one.getByRole('alert').getByRole('link', { name: 'Đăng nhập lại' })
      expect(await signIn.getAttribute('target')).toBe('_blank')
      await one.goBack()
      const leave = one.getByRole('dialog')
      await leave.getByText('Chưa ghi xong 1 quyết định').waitFor()
      expect(new URL(one.url()).pathname).toBe(`/documents/${id}`)
      await leave.getByRole('button', { name: 'rời trang' }).click()
      await one.waitForURL('**/review')
      await one.unroute('**/decisions')
      expect((await records()).rejected).toEqual([])

      // From document to document, and back to the one before.
      await one.goForward()
      await ready(one)
      await one.keyboard.press('Shift+J')
      await one.getByText('Không còn tài liệu nào cần rà soát.').waitFor()
      expect(await one.getByRole('button', { name: 'Tài liệu trước' }).count()).toBe(0)
      const form = new FormData()
      form.append('file', new File([`${SMALL.content}\n`], 'khac.txt'))
      await fetch(`${stage.address}/v1/documents`, { method: 'POST', body: form })
      const isNext = async () =>
        ((await (await fetch(`${stage.address}/v1/review/next?who=Lan&skip=${id}`)).json()) as ReviewNext).next
      await expect.poll(isNext).not.toBeNull()
      // Pressed again before it is answered, the key does not lead on from there as well.
      let answer = () => {}
      const pressed = new Promise<void>(resolve => {
        answer = resolve
      })
      await one.route('**/v1/review/next?*', async route => {
        await pressed
        await route.continue()
      })
      await one.keyboard.press('Shift+J')
      await one.keyboard.press('Shift+J')
      answer()
      await one.waitForURL(address => !address.pathname.endsWith(id))
      await one.getByRole('button', { name: 'Tài liệu trước' }).waitFor()
      await one.keyboard.press('Shift+K')
      await one.waitForURL(`**/documents/${id}`)
    })

    test('the queue begins with the document that it shows, or with another where somebody has taken that meanwhile', async () => {
      const { id, stage } = await openSmall()
      const shown = async (who: string) => {
        const page = await stage.page('/review')
        await page.evaluate(`localStorage.setItem('trichluc.reviewer', '${who}')`)
        await page.reload()
        await page.getByRole('button', { name: /Bắt đầu rà soát/ }).waitFor()
        return page
      }
      const assignment = `${stage.address}/v1/documents/${id}/assignment`
      const upload = async (name: string, content: string) => {
        const form = new FormData()
        form.append('file', new File([content], name))
        await fetch(`${stage.address}/v1/documents`, { method: 'POST', body: form })
      }
      const offered = async (who: string) =>
        ((await (await fetch(`${stage.address}/v1/review/next?who=${who}`)).json()) as ReviewNext).next?.document

      const one = await shown('Lan')
      const headers = { 'content-type': 'application/json' }
      await fetch(assignment, { method: 'POST', headers, body: JSON.stringify({ who: 'Minh' }) })
      await upload('khac.txt', `${SMALL.content}\n`)
      await expect.poll(() => offered('Lan')).toBeDefined()
      const other = await offered('Lan')
      await one.keyboard.press('Shift+J')
      await one.waitForURL(`**/documents/${other}#*`)

      await fetch(`${assignment}?who=Minh`, { method: 'DELETE' })
      const two = await shown('Hoa')
      const worse =
        'Năm 2018 tổng số thành viên ước đạt 2.559 người, đạt 105,2% kế hoạch (kế hoạch năm 2018 là 2.520 người).'
      await upload('hon.txt', `${SMALL.content}${worse}\n`)
      await expect.poll(() => offered('Hoa')).not.toBe(id)
      await two.keyboard.press('Shift+J')
      await two.waitForURL(`**/documents/${id}#*`)
    })

    test('what cannot be is refused in its field or above them, and what is missing is told, in the language of the page', async () => {
      const { open, records } = await openSmall()
      const { records: all } = await records()
      const page = await open('Lan', `#${all[0]?.id}`)
      await page.keyboard.press('e')
      await page.getByLabel('Giá trị').fill('1,5')
      await page.keyboard.press('Enter')
      await page.locator('.field-fault', { hasText: /nguyên/ }).waitFor()
      expect(await page.getByLabel('Giá trị').inputValue()).toBe('1,5')
      await page.getByLabel('Giá trị').fill('1.560')
      await page.keyboard.press('Enter')
      await expect.poll(async () => (await records()).records[0]?.value).toBe(1560)
      // The sum that does not come out with it is told apart from what the machine has found.
      await page.locator('.flag', { hasText: 'phát sinh từ số đã sửa' }).first().waitFor({ state: 'attached' })
      await page.locator('.closed-flags', { hasText: 'nay đã khớp' }).waitFor({ state: 'attached' })
      expect(await page.getByRole('alert').count()).toBe(0)

      // What is about no field: there is a record at these words.
      await selectWords(page, '1.520')
      await page.keyboard.press('n')
      await page.getByLabel('Giá trị').waitFor()
      await page.getByRole('status').getByText('Con số này đã là số liệu').waitFor()
      expect(await faultsOf(page)).toEqual([])
      await page.getByLabel('Loại số').selectOption('level')
      await page.getByLabel('Đơn vị tính').selectOption('person')
      await resize(page, { width: 390, height: 600 })
      await page.getByRole('button', { name: 'Thêm số liệu' }).click()
      const fault = page.locator('form').getByRole('alert')
      await fault.getByText('đã có số liệu').waitFor()
      const tools = await page.locator('.record-tools').boundingBox()
      // Browsers scroll by whole pixels.
      await expect.poll(async () => (await fault.boundingBox())?.y).toBeGreaterThan((tools?.y ?? 600) - 1)
      await resize(page, { width: 1366, height: 768 })
      await page.keyboard.press('Escape')
      await page.locator('.statement-form').waitFor({ state: 'detached' })
      await expect.poll(() => page.getByRole('alert').count()).toBe(0)

      // The unit that is chosen holds, whatever the figure says: completion of a plan is not counted in times.
      const share = all.find(({ unit }) => unit === 'percent')
      await page.locator(`tr[data-id="${share?.id}"]`).click()
      await page.keyboard.press('e')
      await page.getByLabel('Đơn vị tính').selectOption('times')
      expect(await page.getByLabel('Giá trị').inputValue()).toBe('105,2')
      await page.getByLabel('Giá trị').press('Enter')
      await page.locator('.field', { hasText: 'Đơn vị tính' }).locator('.field-fault').waitFor()

      // Nothing can be corrected without the codes, which is said; they are asked for again.
      await page.keyboard.press('Escape')
      await page.route('**/v1/codes', route => route.abort())
      await page.reload()
      await page.getByRole('alert').getByText('Không kết nối được máy chủ').waitFor()
      expect(await page.getByRole('button', { name: /Thêm/ }).count()).toBe(0)
      await page.unroute('**/v1/codes')
      await page.getByRole('button', { name: 'Thử lại' }).click()
      await ready(page)
      expect(await page.getByRole('alert').count()).toBe(0)
    })

    test('what is typed is judged before it is saved, at its field, and saving goes to the first that cannot be', async () => {
      const { open, records } = await openSmall()
      const { records: all } = await records()
      const [members] = all
      const revenue = all.find(({ unit }) => unit === 'VND')
      const page = await open('Lan', `#${members?.id}`)
      let sent = 0
      page.on('request', request => {
        if (request.method() === 'POST') sent += 1
      })
      const value = page.getByLabel('Giá trị')
      const period = page.getByLabel('Kỳ')
      const form = page.locator('.statement-form')
      const faults = form.locator('.field-fault')
      const atWork = (input: typeof value) => expect.poll(() => input.and(page.locator(':focus')).count())

      await page.keyboard.press('e')
      await page.keyboard.type('1,5')
      await faults.getByText('giá trị 1,5 không nguyên; đếm bằng “người” thì phải nguyên').waitFor()
      expect(await value.getAttribute('aria-invalid')).toBe('true')
      const notes = (await value.getAttribute('aria-describedby'))?.split(' ') ?? []
      expect(notes).toContain(await faults.getAttribute('id'))
      expect(await faultsOf(page)).toEqual([])
      await page.keyboard.press('Enter')
      await atWork(value).toBe(1)

      await value.fill('1.560')
      await expect.poll(() => faults.count()).toBe(0)
      await period.fill('31/2/2019')
      await faults.getByText('không có kỳ này').waitFor()
      await page.getByLabel('Đơn vị tính').selectOption('percent')
      await faults.getByText('đơn vị “%” không hợp với chỉ tiêu “Số thành viên”, loại số “Mức”; cần “người”').waitFor()
      // Whoever saves before he is told is told then.
      await value.fill('1.56')
      await form.getByRole('button', { name: 'Ghi sửa đổi' }).click()
      await faults.getByText('dấu chấm tách hàng nghìn').waitFor()
      await atWork(value).toBe(1)
      expect(sent).toBe(0)
      await page.keyboard.press('Escape')
      await form.waitFor({ state: 'detached' })

      // What is half typed is not called wrong.
      await page.locator(`tr[data-id="${revenue?.id}"]`).click()
      await page.keyboard.press('e')
      await form.waitFor()
      await page.evaluate(`(async () => {
        globalThis.told = []
        const form = document.querySelector('.statement-form')
        const input = document.activeElement
        new MutationObserver(() => told.push(...form.querySelectorAll('.field-fault'))).observe(form, {
          subtree: true,
          childList: true,
          attributes: true,
        })
        for (let typed = 1; typed <= 11; typed++) {
          input.value = '447,2 triệu'.slice(0, typed)
          input.dispatchEvent(new Event('input', { bubbles: true }))
          await new Promise(drawn => setTimeout(drawn))
        }
      })()`)
      await form.getByText('447.200.000 đồng').waitFor()
      await page.keyboard.press('Enter')
      const values = async () => (await records()).records.map(record => record.value)
      await expect.poll(values).toContain(447_200_000)
      // As long as it stands, the form may tell.
      await form.waitFor({ state: 'detached' })
      expect(await page.evaluate('told.length')).toBe(0)

      // A statistic that is added is judged as one that is corrected.
      await selectWords(page, '1804')
      await page.keyboard.press('n')
      await page.getByRole('combobox', { name: 'Chỉ tiêu' }).fill('Số thành viên')
      await page.getByLabel('Đơn vị tính').selectOption('person')
      await value.fill('-5')
      await faults.getByText('giá trị −5 âm').waitFor()
    })

    test('what is being typed is neither lost nor sent twice, and a key that is held counts once', async () => {
      const { open, records, history } = await openSmall()
      const { records: all } = await records()
      const [first, second] = all
      const page = await open('Lan', `#${first?.id}`)
      const value = page.getByLabel('Giá trị')
      const form = page.locator('.statement-form')
      const hold = async (key: string) => {
        for (let times = 0; times < 3; times++) await page.keyboard.down(key)
        await page.keyboard.up(key)
      }
      const row = (id: string | undefined) => page.locator(`tr[data-id="${id}"]`)

      // A key that opens a form types nothing into it; Enter does not send it on.
      await hold('e')
      expect(await value.inputValue()).toBe('1.559')
      await page.keyboard.press('Escape')
      await form.waitFor({ state: 'detached' })
      await expect.poll(() => selected(page).locator('.record-label:focus').count()).toBe(1)
      await hold('Enter')
      await form.waitFor()

      // What an input method takes for itself leaves nothing.
      await value.evaluate(
        "input => input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }))",
      )
      expect(await form.count()).toBe(1)

      // A form that nothing was typed in goes with its record; one that something was typed in does not go unasked.
      await row(second?.id).click()
      await form.waitFor({ state: 'detached' })
      await row(first?.id).click()
      await page.keyboard.press('e')
      await page.keyboard.type('1.560')
      await page.locator('mark', { hasText: /^1.520$/ }).click()
      const question = page.getByRole('alertdialog')
      await question.waitFor()
      expect(await selected(page).getAttribute('data-id')).toBe(first?.id)
      expect(await faultsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await question.waitFor({ state: 'detached' })
      expect(await value.inputValue()).toBe('1.560')
      await page.evaluate("void (location.hash = 'elsewhere')")
      await question.getByRole('button', { name: 'Gõ tiếp' }).click()
      expect(await value.inputValue()).toBe('1.560')
      // So is whoever goes to another page.
      const { pathname } = new URL(page.url())
      const archive = page.getByRole('link', { name: 'Kho tài liệu' })
      await archive.click()
      await question.getByRole('button', { name: 'Gõ tiếp' }).click()
      expect(new URL(page.url()).pathname).toBe(pathname)
      expect(await value.inputValue()).toBe('1.560')
      await row(second?.id).click()
      await question.getByRole('button', { name: 'Bỏ' }).click()
      await form.waitFor({ state: 'detached' })
      await expect.poll(() => selected(page).getAttribute('data-id')).toBe(second?.id)
      for (const leave of [() => archive.click(), () => page.goForward()]) {
        await page.keyboard.press('m')
        await page.keyboard.type('xem bản giấy')
        await leave()
        await question.getByRole('button', { name: 'Bỏ' }).click()
        await page.waitForURL(url => url.pathname === '/')
        await page.goBack()
        await ready(page)
        await row(second?.id).click()
      }

      // Sent once, however often it is asked for, and not left before the answer.
      let go = () => {}
      const answered = new Promise<void>(resolve => {
        go = resolve
      })
      let sent = 0
      await page.route('**/decisions', async route => {
        if (route.request().method() === 'POST') sent += 1
        await answered
        await route.continue()
      })
      await row(first?.id).click()
      await page.keyboard.press('e')
      await page.keyboard.type('1.561')
      for (const key of ['Enter', 'Enter', 'Escape']) await page.keyboard.press(key)
      await page.getByText('chưa rời biểu mẫu được').waitFor()
      expect(await form.count()).toBe(1)
      go()
      await form.waitFor({ state: 'detached' })
      await saved(page)
      expect(sent).toBe(1)
      await page.unroute('**/decisions')
      // What marks numbers of pages does not mark rows.
      const shape = "getComputedStyle(document.querySelector('.settled-mark'), '::after').content"
      expect(await page.evaluate(shape)).toBe('none')

      await hold('a')
      await expect.poll(async () => (await records()).progress.settled).toBe(2)
      await saved(page)
      expect((await history()).decisions.map(({ kind }) => kind)).toEqual(['correct', 'confirm'])
    })

    test('words selected on a page are added where they stand, whatever else is the same; a number that has a record leads to it', async () => {
      const archive = await openArchive(await temporaryFolder())
      onTestFinished(() => archive.close())
      const { open, records } = await openWorkplace(archive, LONG_PLAN)
      const page = await open('Lan')
      const layer = '.sheet[data-page="1"] .sheet-words'
      await page.locator(layer).getByText('2019').first().waitFor()
      /** Selects some words at one of their places on the first page, and tells the letters of the page up to there. */
      const selectPlace = (words: string, nth: number) =>
        page.evaluate<string>(`(() => {
          const layer = document.querySelector('${layer}')
          const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(), left = ${nth}; node !== null; node = walker.nextNode())
            for (let at = node.data.indexOf('${words}'); at !== -1; at = node.data.indexOf('${words}', at + 1)) {
              if (left-- > 0) continue
              getSelection().setBaseAndExtent(node, at, node, at + ${words.length})
              layer.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
              const before = new Range()
              before.setStart(layer, 0)
              before.setEnd(node, at + ${words.length})
              // The page takes a selection up once the browser has it.
              return new Promise(done => setTimeout(done)).then(() => before.toString().replace(/\\s/g, ''))
            }
        })()`)
      const panel = page.locator('.add-panel')
      const told = "[...document.querySelector('.add-panel q').childNodes].slice(0, 2).map(n => n.textContent).join('')"
      for (const nth of [0, 5, 6]) {
        const before = await selectPlace('2019', nth)
        await page.locator('.sheet-drawn').waitFor()
        await page.keyboard.press('n')
        await panel.locator('q b', { hasText: /^2019$/ }).waitFor()
        const words = (await page.evaluate<string>(told)).replace(/\s/g, '')
        expect(before.slice(-words.length)).toBe(words)
        await page.locator('.light-pointed').waitFor()
        await page.keyboard.press('Escape')
        await panel.waitFor({ state: 'detached' })
      }

      // What is drawn around a number that has a record is told at once.
      const [first] = (await records()).records
      const mark = page.locator(`.sheet-mark[data-records="${first?.id}"]`)
      await page.getByRole('button', { name: 'Vẽ khung' }).click()
      await mark.scrollIntoViewIfNeeded()
      const { x, y, width, height } = (await mark.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      await page.mouse.move(x - 3, y - 3)
      await page.mouse.down()
      await page.mouse.move(x + width + 3, y + height + 3, { steps: 4 })
      await page.mouse.up()
      await page.keyboard.press('n')
      const known = panel.getByRole('status')
      await known.getByText('Con số này đã là số liệu').waitFor()
      await known.getByRole('button', { name: first?.label ?? '' }).click()
      await panel.waitFor({ state: 'detached' })
      await expect.poll(() => selected(page).getAttribute('data-id')).toBe(first?.id)
    })

    test('what is taken back is gone to however late that is told, but nobody who has gone on is called back for it', async () => {
      const { open, records } = await openSmall()
      const first = (await records()).records[0]?.id
      const page = await open('Lan', `#${first}`)
      const isSelected = (id: string | null | undefined) =>
        expect.poll(() => selected(page).getAttribute('data-id')).toBe(id)
      const settled = (count: number) => expect.poll(async () => (await records()).progress.settled).toBe(count)
      for (const key of ['a', 'a']) await page.keyboard.press(key)
      await settled(2)
      await saved(page)
      const third = await selected(page).getAttribute('data-id')
      expect(third).not.toBe(first)

      let answer = () => {}
      const hold = async () => {
        const held = new Promise<void>(resolve => {
          answer = resolve
        })
        await page.route('**/decisions', async route => {
          await held
          await route.continue()
        })
      }
      const asked = () => page.waitForRequest(request => request.method() === 'POST')
      await hold()
      await Promise.all([asked(), page.keyboard.press('u')])
      await page.keyboard.press('m')
      const note = page.getByLabel('Ghi chú cho số liệu này')
      await note.waitFor()
      answer()
      await page.locator('.said', { hasText: 'Đã hủy' }).waitFor({ state: 'attached' })
      await page.keyboard.type('x')
      expect(await note.inputValue()).toBe('x')
      await isSelected(third)
      await page.unroute('**/decisions')
      await page.keyboard.press('Escape')
      await note.waitFor({ state: 'detached' })
      await settled(1)
      expect((await records()).rejected).toEqual([])

      await page.keyboard.press('a')
      await settled(2)
      await saved(page)
      await hold()
      await Promise.all([asked(), page.keyboard.press('u')])
      await page.keyboard.press('u')
      answer()
      await settled(0)
      await isSelected(first)
    })

    test('a key that comes at once adds what was just selected on a page, and nothing that was let go of', async () => {
      const archive = await openArchive(await temporaryFolder())
      onTestFinished(() => archive.close())
      const { open } = await openWorkplace(archive, PLAN)
      const page = await open('Lan')
      const layer = '.sheet[data-page="1"] .sheet-words'
      await page.locator(layer).getByText('2019').first().waitFor()
      /** The browser tells nothing else between letting go of the mouse and the key. */
      const add = (select: string) =>
        page.evaluate<void>(`{
          const layer = document.querySelector('${layer}')
          ${select}
          layer.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true, cancelable: true }))
        }`)
      const panel = page.locator('.add-panel')
      await add(`
        const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
        let node = walker.nextNode()
        while (!node.data.includes('2019')) node = walker.nextNode()
        const at = node.data.indexOf('2019')
        getSelection().setBaseAndExtent(node, at, node, at + 4)`)
      await panel.locator('q b', { hasText: /^2019$/ }).waitFor()
      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'detached' })
      await page.locator('.sheet-drawn').waitFor()
      await add('getSelection().removeAllRanges()')
      await panel.waitFor()
      expect(await panel.locator('q').count()).toBe(0)
      expect(await page.locator('.sheet-drawn').count()).toBe(0)
    })

    test.each([
      { width: 1366, height: 768 },
      { width: 820, height: 1180 },
    ])('nothing keeps people from using it at $width × $height', async viewport => {
      const { stage, id, records } = await openSmall()
      const [first] = (await records()).records
      const page = await stage.page(`/documents/${id}#${first?.id}`, viewport)
      await ready(page)
      await page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img id=fault src=/favicon.svg>')",
      )
      expect(await faultsOf(page)).toEqual([expect.stringMatching(/^image-alt: .*id="fault"/)])
      await page.evaluate("document.getElementById('fault').remove()")
      expect(await faultsOf(page)).toEqual([])
      await page.keyboard.press('/')
      await page.keyboard.type('hop tac')
      await page
        .getByRole('search')
        .getByRole('status')
        .getByText(/Chỗ \d/)
        .waitFor()
      expect(await faultsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('w')
      await page.keyboard.press('e')
      await page.getByLabel('Giá trị').waitFor()
      expect(await faultsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('n')
      expect(await faultsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      expect(await faultsOf(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width)
    })
  },
)
