import type { AddressInfo } from 'node:net'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Records } from '../../src/contract/index.ts'
import type { Extract } from '../../src/work/reading.ts'
import { openApp, settled, upload } from '../http/support.ts'
import { extractionOf, flag, observation } from '../support/extraction.ts'
import { zipOf } from '../support/zip.ts'
import { noChromium, Stage } from './browser.ts'

/** What would run if any page took a text for markup; each tells by a name of its own that it did. */
const SCRIPT = '<script>window.ran="script"</script>'
const IMAGE = '"><img src=x onerror=window.ran="image">'
const SVG = "'><svg onload=window.ran='svg'>"
const LINK = 'javascript:window.ran="link"'

const TEXT = `${SCRIPT} ${IMAGE} ${SVG}\nCó 35 hợp tác xã ${IMAGE}, [a](${LINK})`

/** Reads every text as a document all of whose words come from somebody who means ill. */
const readHostile: Extract = async (bytes, name) => {
  const text = new TextDecoder().decode(bytes)
  const own = { label: `${IMAGE} ${SCRIPT}`, qualifier: SVG, source: LINK }
  const cell = { table: 't1', row: 0, column: 0, rowHeader: [IMAGE], columnHeader: [SCRIPT], headers: [] }
  const record = observation(text, '35', own)
  const extraction = extractionOf(bytes, name, {
    header: {
      ...{ number: `${IMAGE}/KH`, title: `${SCRIPT}${IMAGE}`, place: SVG, recipients: [IMAGE, LINK] },
      issuer: { name: `${SCRIPT} ${IMAGE} ${LINK}`, level: 'province' },
      area: { code: null, name: IMAGE, level: 'province' },
      signer: { name: SCRIPT, title: IMAGE, capacity: SVG },
      references: [{ kind: IMAGE, number: SCRIPT, date: null, issuer: LINK, start: 0, end: 5 }],
    },
    observations: [{ ...record, evidence: { ...record.evidence, cell } }],
    flags: [
      flag({ message: { vi: IMAGE, en: SCRIPT }, expression: SVG, check: LINK, evidence: [{ start: 0, end: 5 }] }),
    ],
    messages: [{ level: 'error', code: 'x', text: { vi: IMAGE, en: SCRIPT }, page: 1 }] as never,
  })
  return { ok: true, extraction }
}

const openStage = async () => {
  let opened: Awaited<ReturnType<typeof openApp>> | undefined
  const stage = await Stage.open(async pages => {
    opened = await openApp({ extract: readHostile, pages: pathToFileURL(`${pages}/`) })
    await opened.app.listen({ host: '127.0.0.1', port: 0 })
    return `http://127.0.0.1:${(opened.app.server.address() as AddressInfo).port}`
  })
  onTestFinished(() => stage.close())
  if (opened === undefined) throw new Error('no server was started')
  return { stage, app: opened.app }
}

/** What a page has made of such texts: whether anything ran, and which elements it should not have. */
const harmOf = (page: Page) =>
  page.evaluate<{ ran: unknown; made: string[]; blocked: string[] }>(`({
    ran: window.ran ?? null,
    made: [...document.querySelectorAll('script:not([src]), #app img:not([src^="/"]), #app svg, [onerror], [onload], a[href^="javascript:" i]')]
      .map(element => element.outerHTML),
    blocked: window.blocked,
  })`)

const HARMLESS = { ran: null, made: [], blocked: [] }

describe.skipIf(noChromium)('texts that look like markup (need Chromium)', () => {
  test('run on no page, whether they are in the document, its name and header, a flag, or the name of a reviewer', async () => {
    const { stage, app } = await openStage()
    const name = `${IMAGE.replaceAll('/', '')}.txt`
    const id: string = (await upload(app, { [name]: TEXT })).json().documents[0].document.id
    await settled(app, id)
    const { version, records } = (await app.inject(`/v1/documents/${id}/records`)).json<Records>()
    const decided = await app.inject({
      ...{ method: 'POST', url: `/v1/documents/${id}/decisions`, headers: { 'if-match': `"${version}"` } },
      payload: {
        who: IMAGE,
        decisions: [
          { kind: 'confirm', record: records[0]?.id, why: SCRIPT },
          { kind: 'note', record: records[0]?.id, why: `${IMAGE} ${LINK}` },
        ],
      },
    })
    expect(decided.statusCode).toBe(201)

    const page = await stage.page('/')
    await page.addInitScript(`
      window.blocked = []
      addEventListener('securitypolicyviolation', event => window.blocked.push(event.violatedDirective + ' ' + event.blockedURI))
      localStorage.setItem('trichluc.reviewer', ${JSON.stringify(IMAGE)})
    `)
    await page.goto('/')
    await page.getByRole('row').filter({ hasText: '<script>' }).waitFor()
    expect(await page.getByRole('row').filter({ hasText: 'onerror' }).count()).toBe(1)
    expect(await harmOf(page)).toEqual(HARMLESS)
    await page.goto(`/?issuer=${encodeURIComponent(IMAGE)}&area=${encodeURIComponent(SCRIPT)}`)
    await page.getByText('Không có tài liệu nào khớp').waitFor()
    expect(await harmOf(page)).toEqual(HARMLESS)

    await page.goto(`/documents/${id}`)
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'onerror' }).waitFor()
    // With what was decided on it.
    await page.getByRole('button', { name: /Thêm/ }).waitFor()
    await page.locator('tr.record').first().click()
    for (const summary of await page.locator('summary').all()) await summary.click()
    await page.waitForTimeout(300)
    expect(await page.locator('#app').textContent()).toContain(SVG)
    expect(await harmOf(page)).toEqual(HARMLESS)

    await page.goto('/backfills')
    const zip = await zipOf([
      [`${IMAGE}.txt`, `${TEXT}1`],
      [`${SCRIPT}.txt`, ''],
    ])
    await page.setInputFiles('input[type=file]', { name: `${IMAGE}.zip`, mimeType: 'application/zip', buffer: zip })
    await page.getByRole('link', { name: 'Theo dõi lần nạp' }).waitFor()
    expect(await harmOf(page)).toEqual(HARMLESS)
    await page.getByRole('link', { name: 'Theo dõi lần nạp' }).click()
    await page.getByText(/xong lúc/).waitFor()
    await page.locator('table.items tbody tr').nth(1).waitFor()
    expect(await page.locator('#app').textContent()).toContain('onerror')
    expect(await harmOf(page)).toEqual(HARMLESS)
  })
})

test('the pages come with a policy under which no script in them would run, nor one from elsewhere', async () => {
  const { app } = await openApp()
  const policy = (await app.inject('/')).headers['content-security-policy']
  const directives = new Map(
    String(policy)
      .split(';')
      .map(directive => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources] as const),
  )
  expect(directives.get('script-src') ?? directives.get('default-src')).toEqual(["'self'"])
  expect(directives.get('object-src')).toEqual(["'none'"])
  expect(directives.get('base-uri')).toEqual(["'none'"])
  expect(directives.get('frame-ancestors')).toEqual(["'none'"])
})
