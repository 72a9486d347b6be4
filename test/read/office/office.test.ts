import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { TCVN3_LINES } from '../../../fixtures/tcvn3-samples.ts'
import { storedZip } from '../../../src/read/docx/stored-zip.ts'
import { convertToDocx, LIMITS } from '../../../src/read/office/soffice.ts'
import { findTool, type Tool } from '../../../src/tools/optional-tools.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { folderWith, installOnly } from '../../support/programs.ts'
import { cellsOf, documentFile, documentOf, officeFile, problemOf, read, withStream } from '../office-file.ts'

describe('documents that LibreOffice converts', () => {
  it.each([
    ['tinh-ke-hoach-2022-bang.doc', 'application/msword'],
    ['huyen-bao-cao-2017.rtf', 'application/rtf'],
    ['lien-minh-bao-cao-2021.odt', 'application/vnd.oasis.opendocument.text'],
  ])('have the lines and the tables of the .docx: %s', async (name, mediaType) => {
    const converted = documentOf(await read(officeFile(name)))
    const docx = documentOf(await read(documentFile(name.replace(/\.\w+$/, '.docx'))))
    expect(converted.text).toBe(docx.text)
    expect(converted.lines).toEqual(docx.lines)
    expect(cellsOf(converted)).toEqual(cellsOf(docx))
    expect(converted).toMatchObject({ readBy: 'doc', mediaType })
    expect(converted.messages.map(message => message.code)).toEqual(['converted-by-libreoffice'])
  })

  it('keep the soft hyphens that are letters in TCVN3', async () => {
    expect(documentOf(await read(officeFile('tcvn3.doc'))).text.split('\n')).toEqual(TCVN3_LINES)
  })

  it('may be web pages, whose pictures are not fetched', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise(resolve => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const page = `<html><meta charset="utf-8"><body><p>Hợp tác xã: 35</p><img src="http://127.0.0.1:${port}/a.png">
      <table border=1><tr><td rowspan=2>Chỉ tiêu<td>2019<td>2020<tr><td>1.840<td>1.900</table></body></html>`
    const document = documentOf(await read(Buffer.from(page)))
    expect(document).toMatchObject({ readBy: 'html', mediaType: 'text/html' })
    expect(document.text).toContain('Hợp tác xã: 35')
    expect(cellsOf(document)[0]?.[0]).toEqual({ row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: 'Chỉ tiêu' })
    expect(asked).toEqual([])
  })

  it('do not take in other files of the machine', async () => {
    const folder = await temporaryFolder()
    const secret = join(folder, 'secret.txt')
    await import('node:fs/promises').then(fs => fs.writeFile(secret, 'SECRET'))
    const linked = openText(
      `<text:p>Mở</text:p><text:section text:name="A"><text:section-source xlink:href="file://${secret}"/><text:p>Cũ</text:p></text:section>`,
    )
    expect(documentOf(await read(linked)).text).toBe('Mở\n\nCũ')
  })
})

describe('documents that LibreOffice cannot convert', () => {
  it('because they are damaged are refused, and leave nothing behind', async () => {
    await installOnly({ soffice: 'exit 1' })
    const folder = await temporaryFolder()
    vi.stubEnv('TMPDIR', folder)
    const torn = withStream(officeFile('tp-2009.doc'), 'WordDocument', stream => stream.subarray(0, 1000))
    expect(problemOf(await read(torn))).toBe('damaged-file LibreOffice cannot open it')
    expect(readdirSync(folder)).toEqual([])
  })

  it('whole, because their text is cut off, are read with a warning', async () => {
    const cut = withStream(officeFile('tp-2009.doc'), 'WordDocument', stream => stream.subarray(0, 3000))
    expect(documentOf(await read(cut)).messages.map(({ level, code }) => [level, code])).toEqual([
      ['info', 'converted-by-libreoffice'],
      ['warning', 'doc-text-missing'],
    ])
  })

  it('because they are cut off are refused without it', async () => {
    expect(problemOf(await read(officeFile('tp-2009.doc').subarray(0, 9000)))).toBe(
      'damaged-file its directory is missing',
    )
  })

  it('because their document stream is empty are refused at once', async () => {
    const empty = withStream(officeFile('tp-2009.doc'), 'WordDocument', () => Buffer.alloc(0))
    expect(problemOf(await read(empty))).toBe('damaged-file no Word document in it')
  })

  it('because of a password are refused by name', async () => {
    const encrypted = withStream(officeFile('tp-2009.doc'), 'WordDocument', stream => {
      stream.writeUInt16LE(stream.readUInt16LE(0x0a) | 0x0100, 0x0a)
      return stream
    })
    expect(problemOf(await read(encrypted))).toBe('password-protected')
    expect(problemOf(await read(openText('', '<manifest:encryption-data/>')))).toBe('password-protected')
  })

  it('may still be read directly', async () => {
    await installOnly({ soffice: 'exit 1' })
    const { text, messages } = documentOf(await read(officeFile('tcvn3.doc')))
    expect(text.split('\n')).toEqual(TCVN3_LINES)
    expect(messages[0]?.text.en).toContain('LibreOffice cannot open the .doc')
  })

  it('of a hundred thousand nested groups are read or refused', async () => {
    const nested = `{\\rtf1 ${'{'.repeat(100_000)}Hop tac xa${'}'.repeat(100_000)}}`
    expect(problemOf(await read(Buffer.from(nested)))).toMatch(/^(read|damaged-file .+)$/)
  })
})

describe('a conversion', () => {
  const limits = { ...LIMITS, time: 3_000 }
  const toolAt = async (folder: string): Promise<Tool> => {
    const tool = await findTool('soffice', folder)
    if (tool === null) throw new Error('not found')
    return tool
  }

  it('that hangs is ended with all its children, and its folder removed', async () => {
    const folder = await temporaryFolder()
    const hanging = await folderWith({
      soffice: `[ "$1" = --version ] && exit; echo $$ >> ${folder}/pids; sleep 60 & echo $! >> ${folder}/pids; wait`,
    })
    const temporary = await temporaryFolder()
    vi.stubEnv('TMPDIR', temporary)
    onTestFinished(() => void vi.unstubAllEnvs())
    const result = await convertToDocx(Buffer.from('{\\rtf1}'), RTF, await toolAt(hanging), limits)
    expect(result).toEqual({ problem: { code: 'conversion-timeout', details: { seconds: 3 } } })
    expect(readdirSync(temporary)).toEqual([])
    const pids = (await readFile(join(folder, 'pids'), 'utf8')).trim().split('\n').map(Number)
    expect(pids).toHaveLength(2)
    await expect.poll(() => pids.filter(isAlive)).toEqual([])
  })

  it('cannot fill the disk', async () => {
    const greedy = await folderWith({
      soffice:
        '[ "$1" = --version ] && exit; for last; do :; done; out=$(dirname "$last")/out; mkdir "$out"; head -c 3000000 /dev/zero > "$out/document.docx"',
    })
    const result = await convertToDocx(Buffer.from('{\\rtf1}'), RTF, await toolAt(greedy), {
      ...LIMITS,
      file: 1_000_000,
    })
    expect('docx' in result ? result.docx.length : 0).toBeLessThan(1_001_000)
  })

  it('that finds the disk full is no damage of the file', async () => {
    const cramped = await folderWith({
      soffice: '[ "$1" = --version ] && exit; for last; do :; done; ln -s /dev/full "$(dirname "$last")/room"',
    })
    const converting = convertToDocx(Buffer.from('{\\rtf1}'), RTF, await toolAt(cramped))
    await expect(converting).rejects.toMatchObject({ code: 'ENOSPC' })
  })

  it('waits for its turn, and every one comes', async () => {
    const log = join(await temporaryFolder(), 'log')
    const slow = await folderWith({
      soffice: `[ "$1" = --version ] && exit; echo + >> ${log}; sleep 0.1; echo - >> ${log}`,
    })
    const tool = await toolAt(slow)
    const results = await Promise.all(
      Array.from({ length: 9 }, () => convertToDocx(Buffer.from('{\\rtf1}'), RTF, tool)),
    )
    expect(results.every(result => 'problem' in result && result.problem.code === 'damaged-file')).toBe(true)
    let running = 0
    let most = 0
    for (const mark of (await readFile(log, 'utf8')).trim().split('\n')) {
      running += mark === '+' ? 1 : -1
      most = Math.max(most, running)
    }
    expect(running).toBe(0)
    expect(most).toBeLessThanOrEqual(4)
  })
})

const RTF = { extension: 'rtf', filter: null } as const

describe('without LibreOffice', () => {
  it.each([
    ['rich text', officeFile('huyen-bao-cao-2017.rtf')],
    ['OpenDocument text', officeFile('lien-minh-bao-cao-2021.odt')],
    ['a web page', Buffer.from('<html><p>Hợp tác xã')],
  ])('%s asks for the package to install', async (_, bytes) => {
    await installOnly({})
    expect(problemOf(await read(bytes))).toBe('missing-tool LibreOffice libreoffice-writer')
  })

  it('a .doc is read all the same, with a warning', async () => {
    await installOnly({})
    const { text, messages } = documentOf(await read(officeFile('tcvn3.doc')))
    expect(text.split('\n')).toEqual(TCVN3_LINES)
    expect(messages).toMatchObject([{ level: 'warning', code: 'doc-read-without-libreoffice' }])
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** An OpenDocument text with this body. */
function openText(body: string, manifestEntry = ''): Buffer {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
  const parts = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">${manifestEntry}</manifest:file-entry></manifest:manifest>`,
    'content.xml': `<office:document-content ${names} office:version="1.2"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  }
  return storedZip(new Map(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])))
}
