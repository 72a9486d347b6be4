import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../support/folder.ts'
import { zipOf } from '../../support/zip.ts'
import { told } from './support.ts'

type Tree = { readonly [name: string]: Node }
type Node = { readonly file: string } | { readonly folder: Tree } | { readonly zip: Tree; readonly compress: boolean }

/** Those of Vietnamese: a Greek letter tells of a name that was read as code page 437, and is taken back. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyzàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'

const name = fc.oneof(
  fc.constantFrom(
    'kế hoạch',
    'Báo cáo 6 tháng',
    'a',
    'B',
    'x.zip',
    'phụ lục [1]',
    'a!',
    '#2',
    '%20',
    '..a',
    '. b',
    '-f',
    '*',
  ),
  fc
    .string({ unit: fc.constantFrom(...LETTERS, ...'0123456789 '), minLength: 1, maxLength: 12 })
    .map(text => `${text}.txt`),
)
const file = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 40 }).map(text => ({ file: text }))

const tree = (depth: number, zips: number): fc.Arbitrary<Tree> => {
  const inner: fc.Arbitrary<Node>[] = [file]
  if (depth > 0) inner.push(fc.record({ folder: tree(depth - 1, zips) }))
  if (depth > 0 && zips > 0) inner.push(fc.record({ zip: tree(depth - 1, zips - 1), compress: fc.boolean() }))
  return fc.dictionary(name, fc.oneof(...inner), { minKeys: 1, maxKeys: 4 })
}

/** What a listing must tell of a tree, as `path: content`. */
const expected = (of: Tree, before: string): string[] =>
  Object.entries(of).flatMap(([key, node]) =>
    'file' in node
      ? [`${before}${key}: ${node.file}`]
      : 'folder' in node
        ? expected(node.folder, `${before}${key}/`)
        : expected(node.zip, `${before}${key}!/`),
  )

const packed = async (of: Tree, before = ''): Promise<[string, Buffer][]> => {
  const entries: [string, Buffer][] = []
  for (const [key, node] of Object.entries(of)) {
    if ('file' in node) entries.push([before + key, Buffer.from(node.file)])
    else if ('folder' in node) entries.push(...(await packed(node.folder, `${before}${key}/`)))
    else entries.push([before + key, await zipOf(await packed(node.zip), node.compress)])
  }
  return entries
}

const write = async (of: Tree, folder: string): Promise<void> => {
  await mkdir(folder)
  for (const [key, node] of Object.entries(of)) {
    const path = join(folder, key)
    if ('file' in node) await writeFile(path, node.file)
    else if ('folder' in node) await write(node.folder, path)
    else await writeFile(path, await zipOf(await packed(node.zip), node.compress))
  }
}

test('whatever is put into folders and zips comes out, with its content, once, and the same way each time', async () => {
  const folder = await temporaryFolder()
  await fc.assert(
    fc.asyncProperty(tree(4, 3), async of => {
      const kho = join(folder, 'kho')
      await write(of, kho)
      try {
        const lines = await told(folder, ['kho'])
        expect([...lines].sort()).toEqual(expected(of, 'kho/').sort())
        expect(await told(folder, ['kho'])).toEqual(lines)
      } finally {
        await rm(kho, { recursive: true })
      }
    }),
    { numRuns: 60 },
  )
})
