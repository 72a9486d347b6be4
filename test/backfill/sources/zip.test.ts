import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { listSources } from '../../../src/backfill/sources/list-sources.ts'
import { sourceLimits } from '../../../src/backfill/sources/source-limits.ts'
import { sniff } from '../../../src/read/sniff.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { streamedZipOf, withBytes, withField, type ZipContent, zipOf } from '../../support/zip.ts'
import { told } from './support.ts'

const inFolder = async (files: Readonly<Record<string, Buffer>>): Promise<string> => {
  const folder = await temporaryFolder()
  for (const [name, data] of Object.entries(files)) await writeFile(join(folder, name), data)
  return folder
}

const toldOf = async (zip: Buffer, limits = {}): Promise<string[]> =>
  await told(await inFolder({ 'a.zip': zip }), ['a.zip'], limits)

test('a zip gives its files, and a zip within it its own', async () => {
  const inner = await zipOf([
    ['kh.txt', 'Kế hoạch'],
    ['c/bc.txt', 'Báo cáo'],
  ])
  const zip = await zipOf([
    ['b/d.txt', 'D'],
    ['2010.zip', inner],
    ['e.txt', 'E'],
  ])
  const lines = [
    'a.zip!/b/d.txt: D',
    'a.zip!/2010.zip!/kh.txt: Kế hoạch',
    'a.zip!/2010.zip!/c/bc.txt: Báo cáo',
    'a.zip!/e.txt: E',
  ]
  expect(await toldOf(zip)).toEqual(lines)
  const stored = await zipOf(
    [
      ['b/d.txt', 'D'],
      ['2010.zip', inner],
      ['e.txt', 'E'],
    ],
    false,
  )
  expect(await toldOf(stored)).toEqual(lines)
})

test('a zip is told by its content, whatever its name', async () => {
  const zip = await zipOf([['a.txt', 'A']])
  const folder = await inFolder({ 'luu.dat': zip, 'b.zip': Buffer.from('văn bản') })
  expect(await told(folder, ['.'])).toEqual(['b.zip: văn bản', 'luu.dat!/a.txt: A'])
})

test('documents that are zips inside are documents, on the disk and within a zip', async () => {
  const names = ['documents/bac-kan-2020.docx', 'office/lien-minh-bao-cao-2021.odt', 'annexes/annexes.docx']
  const files = new Map(await Promise.all(names.map(async name => [name, await readFile(`fixtures/${name}`)] as const)))
  const folder = await inFolder({ 'kho.zip': await zipOf([...files]) })
  const limits = sourceLimits(16 * 1024 * 1024)
  const listed = async (of: string[], cwd: string) => {
    const paths: string[] = []
    for await (const found of listSources(of, limits, cwd)) paths.push(`${found.kind} ${found.path}`)
    return paths
  }
  expect(await listed(names, 'fixtures')).toEqual(names.map(name => `item ${name}`))
  expect(await listed(['kho.zip'], folder)).toEqual(names.map(name => `item kho.zip!/${name}`))
  for (const bytes of files.values()) expect(await sniff(bytes)).toHaveProperty('format')
})

test('a package whose first part is none that tells it is a document all the same', async () => {
  const docx = await zipOf([
    ['word/document.xml', '<w:document/>'],
    ['[Content_Types].xml', '<Types/>'],
  ])
  const late = await zipOf([
    ['docProps/app.xml', '<a/>'],
    ['xl/workbook.xml', '<w/>'],
  ])
  const folder = await inFolder({ 'a.docx': docx, 'kho.zip': await zipOf([['b.xlsx', late]]) })
  expect((await told(folder, ['.'])).map(line => line.slice(0, line.indexOf(':')))).toEqual([
    'a.docx',
    'kho.zip!/b.xlsx',
  ])
})

test('names that lead out of the folder are refused, the others are taken', async () => {
  const zip = await zipOf([
    ['xx/../a.txt'.replace('/../', '/__/'), '1'],
    ['Xabsolute.txt', '2'],
    ['Y_windows.txt', '3'],
    ['Z_drive.txt', '4'],
    ['dung.txt', '5'],
  ])
  const named = [
    ['xx/__/a.txt', '../../a.txt'],
    ['Xabsolute.txt', '/absolute.txt'],
    ['Y_windows.txt', '.\\windows.txt'],
    ['Z_drive.txt', 'C:drive.txt'],
  ].reduce((bytes, [from = '', to = '']) => withBytes(bytes, from, to), zip)
  expect(await toldOf(named)).toEqual([
    'a.zip!/../../a.txt! unsafe-path',
    'a.zip!//absolute.txt! unsafe-path',
    'a.zip!/.\\windows.txt! unsafe-path',
    'a.zip!/C:drive.txt! unsafe-path',
    'a.zip!/dung.txt: 5',
  ])
})

test('what is no document within a zip is skipped with a reason, a folder of it once', async () => {
  const zip = await zipOf([
    ['kh/', ''],
    ['kh/a.txt', 'A'],
    ['__MACOSX/', ''],
    ['__MACOSX/kh/._a.txt', 'x'],
    ['__MACOSX/kh/._b.txt', 'x'],
    ['kh/Thumbs.db', 'x'],
    ['trong/', ''],
    ['ngoai/', ''],
    ['ngoai/trong/', ''],
    ['kh/~$a.doc', 'x'],
  ])
  expect(await toldOf(zip)).toEqual([
    'a.zip!/kh/a.txt: A',
    'a.zip!/__MACOSX- system-file',
    'a.zip!/kh/Thumbs.db- system-file',
    'a.zip!/kh/~$a.doc- lock-file',
    'a.zip!/ngoai/trong/- empty-folder',
    'a.zip!/trong/- empty-folder',
  ])
})

test('a name that a zip holds twice is told apart', async () => {
  const zip = await zipOf([
    ['a.txt', '1'],
    ['b.txt', '2'],
    ['c.txt', '3'],
  ])
  expect(await toldOf(withBytes(withBytes(zip, 'b.txt', 'a.txt'), 'c.txt', 'a.txt'))).toEqual([
    'a.zip!/a.txt: 1',
    'a.zip!/a.txt#2: 2',
    'a.zip!/a.txt#3: 3',
  ])
})

test('encrypted and oddly packed entries and empty files are refused by name', async () => {
  const zip = await zipOf([['a.txt', 'A']])
  expect(await toldOf(withField(zip, 'flags', flags => flags | 1))).toEqual(['a.zip!/a.txt! password-protected'])
  expect(await toldOf(withField(zip, 'method', () => 12))).toEqual(['a.zip!/a.txt! unknown-packing'])
  expect(await toldOf(await zipOf([['a.txt', '']]))).toEqual(['a.zip!/a.txt! empty-file'])
})

test('an entry that is a link is skipped', async () => {
  const zip = await zipOf([['a.txt', '/etc/passwd']])
  const at = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  zip.writeUInt16LE((3 << 8) | 20, at + 4)
  zip.writeUInt32LE((0o120777 << 16) >>> 0, at + 38)
  expect(await toldOf(zip)).toEqual(['a.zip!/a.txt- link-in-zip'])
})

const deep = async (levels: number): Promise<Buffer> => {
  let zip = await zipOf([['day.txt', 'x']])
  for (let level = levels - 1; level > 0; level--)
    zip = await zipOf([
      [`${level}.zip`, zip],
      [`${level}.txt`, `${level}`],
    ])
  return zip
}

test('zips are opened three deep, the fourth is refused', async () => {
  expect(await toldOf(await deep(3))).toEqual([
    'a.zip!/1.zip!/2.zip!/day.txt: x',
    'a.zip!/1.zip!/2.txt: 2',
    'a.zip!/1.txt: 1',
  ])
  expect((await toldOf(await deep(4)))[0]).toBe('a.zip!/1.zip!/2.zip!/3.zip! nested-too-deep')
})

test('of a zip that unpacks too far nothing more is taken, zips within it counted', async () => {
  const zeros = Buffer.alloc(900_000)
  const inner = await zipOf([
    ['x', zeros],
    ['y', zeros],
  ])
  const zip = await zipOf([
    ['1.zip', inner],
    ['2.zip', inner],
    ['after.txt', 'x'],
  ])
  const lines = await toldOf(zip, { ratioCountsFrom: 3_000_000, maxRatio: 10 })
  expect(lines.map(line => line.replace(/:.*/, ''))).toEqual([
    'a.zip!/1.zip!/x',
    'a.zip!/1.zip!/y',
    'a.zip!/2.zip!/x',
    'a.zip! expands-too-far',
  ])
  expect((await toldOf(zip, { ratioCountsFrom: 3_000_000, maxRatio: 100_000 })).at(-1)).toBe('a.zip!/after.txt: x')
})

test('an entry that holds more than it claims ends as damaged, not in memory', async () => {
  const zip = await zipOf([['a.txt', Buffer.alloc(900_000)]])
  const claim = Buffer.alloc(4)
  claim.writeUInt32LE(900_000)
  expect(await toldOf(withBytes(zip, claim, Buffer.from([9, 0, 0, 0])))).toEqual(['a.zip!/a.txt: ! damaged-file'])
})

test('too many entries and too large ones are refused', async () => {
  const zip = await zipOf([
    ['1', '1'],
    ['2', '22'],
    ['3.zip', await zipOf([['3', '3']])],
    ['4', '4'],
  ])
  expect(await toldOf(zip, { maxEntries: 3 })).toEqual(['a.zip!/1: 1', 'a.zip!/2: 22', 'a.zip! too-many-entries'])
  expect((await toldOf(zip, { maxBytes: 1 }))[1]).toBe('a.zip!/2! too-large')
  expect((await toldOf(zip, { maxNestedBytes: 10 }))[2]).toBe('a.zip!/3.zip! too-large')
})

test('a flipped bit is found, and concerns one entry only', async () => {
  const zip = await zipOf(
    [
      ['a.txt', 'nội dung một'],
      ['b.txt', 'nội dung hai'],
    ],
    false,
  )
  expect(await toldOf(withBytes(zip, 'dung một', 'dung mọt'))).toEqual([
    'a.zip!/a.txt: ! damaged-file',
    'a.zip!/b.txt: nội dung hai',
  ])
})

const CONTENT: ZipContent = [
  ['a.txt', 'A'.repeat(500)],
  ['b/2010.zip', Buffer.from('PK\x03\x04 is how zips begin', 'latin1')],
  ['c.txt', 'C'.repeat(500)],
  ['d.txt', 'D'.repeat(500)],
]

test.each([
  ['deflated', () => zipOf(CONTENT, true)],
  ['stored', () => zipOf(CONTENT, false)],
  ['deflated, sizes behind the data', () => streamedZipOf(CONTENT, true, false)],
  ['stored, sizes behind the data', () => streamedZipOf(CONTENT, false, false)],
  ['deflated, zip64, sizes behind the data', () => streamedZipOf(CONTENT, true, true)],
  ['stored, zip64, sizes behind the data', () => streamedZipOf(CONTENT, false, true)],
])('of a zip that was cut off all whole entries are taken, then the rest is told (%s)', async (_packing, make) => {
  const zip = await make()
  const lines = await toldOf(zip.subarray(0, zip.indexOf('d.txt') + 10))
  expect(lines.map(line => line.slice(0, 22))).toEqual([
    `a.zip!/a.txt: ${'A'.repeat(8)}`,
    'a.zip!/b/2010.zip! dam',
    `a.zip!/c.txt: ${'C'.repeat(8)}`,
    'a.zip! damaged-zip',
  ])
})

test('a directory that breaks off is completed from the entries themselves, each taken once', async () => {
  const zip = await zipOf([
    ['a.txt', 'A'],
    ['b.txt', 'B'],
    ['c.txt', 'C'],
  ])
  const second = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'), zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 4)
  zip.write('??', second, 'latin1')
  expect(await toldOf(zip)).toEqual(['a.zip!/a.txt: A', 'a.zip!/b.txt: B', 'a.zip!/c.txt: C', 'a.zip! damaged-zip'])
})

test('a document that is cut off is left to its reader', async () => {
  const docx = (await readFile('fixtures/documents/bac-kan-2020.docx')).subarray(0, 3000)
  const kinds: string[] = []
  for await (const found of listSources(['a.docx'], sourceLimits(1e6), await inFolder({ 'a.docx': docx })))
    kinds.push(found.kind)
  expect(kinds).toEqual(['item'])
})

test('names in old encodings are readable, and the Unicode Path field goes first where it belongs to the name', async () => {
  const zip = withField(await zipOf([['Kx hoxch nxm.txt', '1']]), 'flags', flags => flags & ~0x800)
  const old = Buffer.from('K\xd5 ho\xb9ch n\xa8m.txt', 'latin1')
  expect(await toldOf(withBytes(zip, 'Kx hoxch nxm.txt', old))).toEqual(['a.zip!/Kế hoạch năm.txt: 1'])
})

/** A zip of one stored entry with an Info-ZIP Unicode Path field, byte by byte. */
const zipWithUnicodePath = (raw: Buffer, unicode: string, checksum: number): Buffer => {
  const name = Buffer.from(unicode)
  const extra = Buffer.alloc(9 + name.length)
  extra.writeUInt16LE(0x7075, 0)
  extra.writeUInt16LE(5 + name.length, 2)
  extra.writeUInt8(1, 4)
  extra.writeUInt32LE(checksum, 5)
  name.copy(extra, 9)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt32LE(crc32('x'), 10)
  common.writeUInt32LE(1, 14)
  common.writeUInt32LE(1, 18)
  common.writeUInt16LE(raw.length, 22)
  common.writeUInt16LE(extra.length, 24)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, raw, extra, Buffer.from('x')])
  const directory = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), raw, extra])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}

test('the Unicode Path field names an entry where its checksum is that of the name proper', async () => {
  const raw = Buffer.from('B\xa0o c\xa0o.txt', 'latin1')
  expect(await toldOf(zipWithUnicodePath(raw, 'Báo cáo.txt', crc32(raw)))).toEqual(['a.zip!/Báo cáo.txt: x'])
  expect(await toldOf(zipWithUnicodePath(raw, 'Báo cáo.txt', 1))).toEqual(['a.zip!/B%A0o c%A0o.txt: x'])
})

test('a zip within a zip that is too large for memory leaves no file behind, whenever the listing ends', async () => {
  const random = Buffer.from(Array.from({ length: 5_000_000 }, (_, i) => (i * 2654435761) >>> 13))
  const folder = await inFolder({
    'a.zip': await zipOf([
      [
        'b.zip',
        await zipOf(
          [
            ['x.bin', random],
            ['y.txt', 'Y'],
          ],
          false,
        ),
      ],
    ]),
  })
  expect((await told(folder, ['a.zip'], { maxBytes: 10_000_000 }))[1]).toBe('a.zip!/b.zip!/y.txt: Y')
  const temporary = await temporaryFolder()
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  for await (const found of listSources(['a.zip'], sourceLimits(10_000_000), folder)) {
    expect(found.path).toBe('a.zip!/b.zip!/x.bin')
    expect(await readdir(temporary)).toEqual([])
    break
  }
})

test('a zip behind a link in a folder is not looked into', async () => {
  const folder = await inFolder({ 'a.zip': await zipOf([['a.txt', 'A']]) })
  await mkdir(join(folder, 'kho'))
  await symlink('../a.zip', join(folder, 'kho/a.zip'))
  expect(await told(folder, ['kho'])).toEqual(['kho/a.zip! link-leads-out'])
})
