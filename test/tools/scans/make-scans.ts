/**
 * Makes scans of documents of the fixtures: images of their pages and image-only PDFs, with a JSON file beside each that says
 * where every word stands, and the text as printed. What comes out depends on the arguments alone.
 *
 *     npx tsx test/tools/scans/make-scans.ts [--out FOLDER] [--pages N] [--seed TEXT] [--as jpeg|png|tiff] [DOCUMENT…] [-- VARIANT…]
 *
 * Documents are names of fixtures/gold, composed or held-out; all variants are made where none is named. Needs LibreOffice
 * (soffice), poppler-utils and the fonts of package fonts-liberation2.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fixtureText } from './fixture-text.ts'
import { isVariant, VARIANTS, type VariantName } from './variants.ts'
import { makeScan } from './write-scan.ts'

const { values, positionals, tokens } = parseArgs({
  options: {
    out: { type: 'string', default: join(tmpdir(), 'trichluc-scans') },
    pages: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    as: { type: 'string' },
  },
  allowPositionals: true,
  tokens: true,
})

const divider = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? Infinity
const after = tokens.filter(t => t.kind === 'positional' && t.index > divider).length
const documents = positionals.slice(0, positionals.length - after)
const wanted = positionals.slice(positionals.length - after)
const unknown = wanted.find(name => !isVariant(name))
if (unknown !== undefined) throw new Error(`no variant "${unknown}"; there is: ${Object.keys(VARIANTS).join(', ')}`)
const names = wanted.length > 0 ? wanted.filter(isVariant) : (Object.keys(VARIANTS) as VariantName[])

const work = mkdtempSync(join(tmpdir(), 'make-scans-'))
try {
  for (const document of documents.length > 0 ? documents : ['lang-son-2020'])
    for (const name of names) {
      const scan = await makeScan(
        { name: document, text: fixtureText(document) },
        { name, variant: values.as ? { ...VARIANTS[name], format: formatNamed(values.as) } : VARIANTS[name] },
        { out: values.out, work, pages: Number(values.pages), seed: values.seed },
      )
      console.log(scan.join('\n'))
    }
} finally {
  rmSync(work, { recursive: true })
}

function formatNamed(name: string) {
  if (name === 'jpeg') return { kind: 'jpeg', quality: 80 } as const
  if (name === 'png' || name === 'tiff') return { kind: name, bits: 8 } as const
  throw new Error(`no format "${name}"; there is: jpeg, png, tiff`)
}
