import { readFileSync } from 'node:fs'
import type { EncodingName } from '../../src/repair/encodings/encoding.ts'
import { encodings } from '../../src/repair/encodings/encodings.ts'

type Sample = { readonly unicode: string; readonly nfd: string } & Partial<Record<EncodingName, string>>

const FIELDS: Readonly<Record<string, EncodingName>> = {
  tcvn3_latin1: 'tcvn3',
  vni_latin1: 'vni',
  viscii_cp1252: 'viscii',
  vps_cp1252: 'vps',
  viqr: 'viqr',
}

/** Sentences typed by hand and encoded with tables of two independent sources; glibc's iconv gives the same for TCVN3 and VISCII. */
export const SAMPLES: readonly Sample[] = (
  JSON.parse(readFileSync(new URL('encoding-samples.json', import.meta.url), 'utf8')) as Record<string, string>[]
).map(sample => {
  const named = Object.entries(FIELDS).flatMap(([field, name]) =>
    sample[field] === undefined ? [] : [[name, sample[field]] as const],
  )
  const unicode = sample.unicode ?? ''
  return {
    unicode,
    nfd: sample.nfd ?? unicode.normalize('NFD'),
    'windows-1258': encode('windows-1258', unicode),
    ...Object.fromEntries(named),
  }
})

/**
 * Writes a text in an old encoding, as it looks where it is read as windows-1252. Letters that the encoding has no code for are
 * written in their small form, as they were typed for capital fonts.
 */
export function encode(name: EncodingName, text: string): string {
  const encoding = encodings().find(e => e.name === name)
  if (!encoding) throw new Error(`no encoding ${name}`)
  const codes = new Map<string, string>()
  for (const [key, letter] of encoding.letters)
    if (!codes.has(letter) && !key.includes('*') && !/^i[ùøûõï]$/i.test(key)) codes.set(letter, key)
  if (name === 'windows-1258') return decompose(text, codes)
  const signs = /[\\'`?~.^(+*]/
  let out = ''
  for (const letter of text.normalize('NFC')) {
    const kept = name === 'viqr' && signs.test(letter) && /[aeiouy'`?~.^(+*]$/i.test(out)
    out += kept ? `\\${letter}` : (codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter)
  }
  return out
}

/** windows-1258 has codes for shapes and for tones. */
function decompose(text: string, codes: ReadonlyMap<string, string>): string {
  const tones: Record<string, string> = { '\u0300': 'Ì', '\u0309': 'Ò', '\u0303': 'Þ', '\u0301': 'ì', '\u0323': 'ò' }
  return Array.from(text.normalize('NFC'), letter => {
    const marked = letter.normalize('NFD')
    const tone = Array.from(marked).find(mark => tones[mark] !== undefined)
    const shape = tone === undefined ? letter : marked.replace(tone, '').normalize('NFC')
    return (codes.get(shape) ?? shape) + (tone === undefined ? '' : tones[tone])
  }).join('')
}
