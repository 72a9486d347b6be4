import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noChromium, REAL_SERVER, Stage } from './browser.ts'
import { StubArchive } from './stub/archive.ts'
import { goldText } from './stub/gold.ts'

/** Does something in the page. What `drawn` waits for is drawn, but nothing is painted, and no time that was set is over. */
const inPage = <T>(page: Page, script: string): Promise<T> =>
  page.evaluate<T>(`(async () => {
    const drawn = async () => { for (let i = 0; i < 100; i++) await null }
    const after = ms => new Promise(done => setTimeout(done, ms))
    const busy = ms => { for (const end = performance.now() + ms; performance.now() < end; ); }
    // What comes after the paint comes long after it, as where much else is to be done.
    const beBusy = () => {
      const { setTimeout } = window
      window.setTimeout = (act, ms = 1000) => setTimeout(act, ms)
    }
    const press = (key, shiftKey = false) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }))
    ${script}
  })()`)

describe.skipIf(noChromium || REAL_SERVER !== undefined)('what comes out of turn (needs Chromium)', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage?.close())
  beforeEach(() => {
    stage.stub.archive = new StubArchive()
  })

  const store = (): string => {
    const stored = stage.stub.archive.store('kh-155.txt', Buffer.from(goldText('lang-son-2020')))
    if (stored.outcome !== 'stored') throw new Error('the archive was empty')
    return stored.document.id
  }
  /** @param who reviews; nobody yet where it is left out */
  const openDocument = async (who?: string): Promise<Page> => {
    const page = await stage.page(`/documents/${store()}`)
    if (who !== undefined) {
      await page.evaluate(`localStorage.setItem('trichluc.reviewer', ${JSON.stringify(who)})`)
      await page.reload()
    }
    await page.locator('tr.record[data-id]').first().waitFor()
    await inPage(page, 'await after(100)')
    return page
  }
  const ARCHIVE = `document.querySelector('.top-bar a[href="/"]')`

  test('what was typed into the search does not call back who has opened a document', async () => {
    const id = store()
    const page = await stage.page()
    await page.locator('table.documents tbody tr').waitFor()
    await inPage(
      page,
      `await after(100)
      beBusy()
      const search = document.getElementById('search')
      search.value = '155'
      search.dispatchEvent(new Event('input', { bubbles: true }))
      document.querySelector('table.documents a[href^="/documents/"]').click()
      await after(400)`,
    )
    expect(await page.evaluate('location.pathname + location.search')).toBe(`/documents/${id}`)
  })

  test.each([
    ['selected', "press('j')"],
    [
      'filtered',
      `const status = document.querySelector('.record-filters select')
      status.value = 'target'
      status.dispatchEvent(new Event('change', { bubbles: true }))`,
    ],
  ])('what was %s is not written into the address of the next page', async (_, change) => {
    const page = await openDocument()
    await inPage(page, `${change}; await after(60); beBusy(); ${ARCHIVE}.click(); await after(400)`)
    expect(await page.evaluate('location.href')).toBe(`${stage.address}/`)
  })

  test('a key is for what is there: not for the page that was left, and for the next as soon as it is there', async () => {
    const page = await openDocument()
    const heard = await inPage(
      page,
      `const before = !press('j')
      await drawn()
      ${ARCHIVE}.click()
      await drawn()
      return { before, ofRecords: !press('j'), ofList: !press('/') }`,
    )
    expect(heard).toEqual({ before: true, ofRecords: false, ofList: true })
  })

  test.each([
    ['another page is there', `${ARCHIVE}.click()`, '/'],
    ['a note is begun', "press('m')", null],
  ])('the next document that is found once %s leads nobody away from that', async (_, goOn, path) => {
    const page = await openDocument('Lan')
    const before = page.url()
    const found = await inPage(
      page,
      `const { fetch } = window
      const answer = found => ({ ok: true, status: 200, json: async () => found })
      let tell = null
      window.fetch = (address, init) => {
        if (address.includes('/review/next')) return new Promise(done => { tell = () => done(answer({ next: { document: 'khac', records: [] } })) })
        return address.includes('/assignment') ? Promise.resolve(answer({})) : fetch(address, init)
      }
      press('j')
      await after(10)
      press('J', true)
      while (tell === null) await after(10)
      ${goOn}
      await drawn()
      tell()
      await drawn()
      return location.pathname`,
    )
    expect(found).toBe(path ?? new URL(before).pathname)
  })

  test('files that are dropped as soon as the page is there are taken', async () => {
    const page = await openDocument()
    const isTaken = await inPage(
      page,
      `${ARCHIVE}.click()
      await drawn()
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['2019'], 'tha.txt', { type: 'text/plain' }))
      return !document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }))`,
    )
    expect(isTaken).toBe(true)
  })

  test.each([
    ['the help', "press('?')"],
    ['the history', "button('Lịch sử').click()"],
    ['the header', "button('Sửa').click()"],
  ])('a key that follows the one for %s is no command on what is behind it', async (_, open) => {
    const page = await openDocument()
    const seen = await inPage(
      page,
      `const button = name => [...document.querySelectorAll('main button')].find(each => each.textContent === name)
      ${open}
      await drawn()
      return { isModal: document.querySelector('dialog:modal') !== null, isCommand: !press('j') }`,
    )
    expect(seen).toEqual({ isModal: true, isCommand: false })
  })

  test('the records follow the text that the user scrolls, however late the page is to tell that it has scrolled', async () => {
    const page = await openDocument()
    await page.locator('.text-pane').hover()
    await inPage(page, "addEventListener('wheel', () => busy(400), { capture: true, passive: true })")
    await page.mouse.wheel(0, 1500)
    await expect.poll(() => page.evaluate("document.querySelector('.records').scrollTop")).toBeGreaterThan(0)
  })

  test('who decides and goes is kept until the decision is stored', async () => {
    const page = await openDocument('Lan')
    const found = await inPage(
      page,
      `const { fetch } = window
      window.fetch = (address, init) => (address.includes('/decisions') ? new Promise(() => {}) : fetch(address, init))
      press('j')
      await after(100)
      press('x')
      await drawn()
      ${ARCHIVE}.click()
      return location.pathname`,
    )
    expect(found).toMatch(/^\/documents\//)
    await page.getByRole('dialog', { name: 'Chưa ghi xong 1 quyết định' }).waitFor()
  })

  test('who scrolls on right after a key is not brought back to what it has selected', async () => {
    const page = await openDocument()
    const [before, after] = await inPage<[number, number]>(
      page,
      `press('j')
      await drawn()
      const list = document.querySelector('.records')
      list.dispatchEvent(new WheelEvent('wheel', { deltaY: 1000, bubbles: true }))
      list.scrollTop = 1000
      const before = list.scrollTop
      for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame)
      return [before, list.scrollTop]`,
    )
    expect(before).toBeGreaterThan(500)
    expect(after).toBeGreaterThan(500)
  })

  test('of two answers on a document the one that was asked for last is shown, whichever comes first', async () => {
    const page = await openDocument()
    const held = await inPage(
      page,
      `const { fetch } = window
      const address = '/v1' + location.pathname
      const known = await (await fetch(address)).json()
      const tell = []
      window.fetch = asked =>
        asked !== address
          ? fetch(asked)
          : new Promise(done => tell.push(assignment => done({ ok: true, json: async () => ({ ...known, assignment }) })))
      for (let i = 0; i < 2; i++) document.dispatchEvent(new Event('visibilitychange'))
      const [first, second] = tell
      second({ who: 'Lan', since: new Date(), until: new Date(Date.now() + 600_000) })
      await drawn()
      const before = document.querySelector('.held-by') !== null
      first(null)
      await drawn()
      return { asked: tell.length, before, after: document.querySelector('.held-by') !== null }`,
    )
    expect(held).toEqual({ asked: 2, before: true, after: true })
  })
})
