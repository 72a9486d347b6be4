import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/extract.ts'
import { readDocument } from '../../src/read/read.ts'
import type { SourceDocument } from '../../src/read/source-document.ts'
import { readText } from '../../src/read/text.ts'
import type { EncodingName } from '../../src/repair/encodings/encoding.ts'
import { encodings } from '../../src/repair/encodings/encodings.ts'
import { conversions } from '../../src/repair/encodings/mojibake-rules.ts'
import { decodeWindows1252, windows1252Byte } from '../../src/repair/encodings/windows-1252.ts'
import { repairDocument } from '../../src/repair/repair-document.ts'
import { encode, SAMPLES } from './encode.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const GOLD = `${FIXTURES}gold/`
const goldText = (name: string): string => readFileSync(`${GOLD}${name}.txt`, 'utf8').normalize('NFC')

/** @throws where the text cannot be read */
const documentOf = (content: string | Uint8Array): SourceDocument => {
  const result = readText(typeof content === 'string' ? Buffer.from(content) : content)
  if (!result.ok) throw new Error(result.problem.code)
  return result.document
}

const repaired = (content: string | Uint8Array) => repairDocument(documentOf(content))

const bytesOf = (shown: string): Uint8Array => Uint8Array.from(shown, windows1252Byte)

/** Quotes and dashes that an old encoding has its own letters at. */
const plain = (text: string): string =>
  text.replace(/[–—]/g, '-').replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replaceAll('…', '...')

/** Of the words of a text, the share that another has at the same place. */
const shareAlike = (one: string, other: string): number => {
  const [words, others] = [one.split(/\s+/), other.split(/\s+/)]
  return words.filter((word, i) => word === others[i]).length / words.length
}

const NAMES = encodings().map(({ name }) => name)
const PLAN = plain(goldText('lang-son-2020'))

describe.each(NAMES)('a plan in %s', name => {
  const shown = encode(name, PLAN)

  it('is found out and read', () => {
    const { document } = repaired(shown)
    expect(document.encoding).toBe(name)
    // in TCVN3 and VPS some capitals are typed as small letters
    const same = (text: string) => (name === 'tcvn3' || name === 'vps' || name === 'viscii' ? text.toLowerCase() : text)
    expect(shareAlike(same(document.text), same(PLAN))).toBeGreaterThan(0.998)
    expect(document.messages.map(({ code }) => code)).toContain('encoding-decoded')
  })

  it('is read from single bytes as well', () => {
    const bytes = bytesOf(shown)
    const document = documentOf(bytes)
    expect(document.text.length).toBe(bytes.length)
    expect(repairDocument(document).document.text).toBe(repaired(shown).document.text)
  })

  it('keeps its lines, and each word of them stands where the word stood that it was made of', () => {
    const source = documentOf(shown)
    const { document, edited } = repairDocument(source)
    expect(document.lines.length).toBe(source.lines.length)
    document.lines.forEach((line, i) => {
      expect(edited?.back(line)).toEqual({ start: source.lines[i]?.start, end: source.lines[i]?.end })
    })
    for (const { 0: word, index } of document.text.matchAll(/\p{L}+/gu)) {
      const back = edited?.back({ start: index, end: index + word.length }) ?? { start: 0, end: 0 }
      expect(encode(name, word).toLowerCase()).toBe(source.text.slice(back.start, back.end).toLowerCase())
    }
  })
})

describe('a text whose ư was lost', () => {
  const words = PLAN.toLowerCase()
  it.each([
    ['left out', '', 0.99],
    ['a minus sign', '\u2212', 0.997],
    ['a hyphen', '-', 0.997],
    ['an en dash', '–', 0.997],
  ])('gets it back where it is %s', (_, left, share) => {
    const { document } = repaired(encode('tcvn3', PLAN).replaceAll('\u00AD', left))
    expect(document.encoding).toBe('tcvn3')
    expect(shareAlike(document.text.toLowerCase(), words)).toBeGreaterThan(share)
    const said = document.messages.find(({ code }) => code === 'letters-restored')
    expect(said?.text.vi).toMatch(/khôi phục ở \d+ từ: .+ → /)
    expect(said?.text.en).toMatch(/put back in \d+ words: .+ → /)
  })

  it('is left alone in a text that still has it', () => {
    const { document } = repaired(
      encode('tcvn3', 'Hợp tác xã được hướng dẫn, đầu tư như trước; đa số cha mẹ là thành viên nông thôn mới.'),
    )
    expect(document.text).toContain('đa số cha mẹ')
    expect(document.messages.map(({ code }) => code)).not.toContain('letters-restored')
  })

  it.each([
    ['®îc', 'được'],
    ['híng dÉn', 'hướng dẫn'],
    ['®Çu t ph¸t triÓn', 'đầu tư phát triển'],
    ['Nhµ níc', 'Nhà nước'],
    ['h-íng dÉn', 'hướng dẫn'],
    ['kinh tÕ t nh©n', 'kinh tế tư nhân'],
    ['40 ngêi', '40 người'],
    ['tr-êng', 'trường'],
    ['nh sau', 'như sau'],
  ])('%s is %s', (damaged, sound) => {
    const rest =
      'Tæng sè hîp t¸c x· trªn ®Þa bµn tØnh lµ 255 hîp t¸c x·, trong ®ã cã 190 hîp t¸c x· ®ang ho¹t ®éng vµ 22 hîp t¸c x· t¹m ngõng.'
    expect(repaired(`${rest}\n${damaged}\n`).document.text).toContain(`\n${sound}\n`)
  })
})

describe('documents that mix encodings', () => {
  const tcvn3 = encode('tcvn3', 'Tổng số hợp tác xã đang hoạt động là 190 hợp tác xã, đạt 102% kế hoạch năm.')
  const unicode = 'Ủy ban nhân dân tỉnh báo cáo kết quả phát triển kinh tế tập thể năm 2009.'

  it('decodes the lines that need it and no others', () => {
    const { document } = repaired([unicode, tcvn3, unicode, tcvn3, tcvn3].join('\n'))
    const sound = 'Tổng số hợp tác xã đang hoạt động là 190 hợp tác xã, đạt 102% kế hoạch năm.'
    expect(document.text.split('\n')).toEqual([unicode, sound, unicode, sound, sound])
    expect(document.encoding).toBe('mixed')
  })

  it('goes by the font where it is known, and writes capitals where the font shows them', () => {
    const text = 'Sè: 5\nkÕ ho¹ch\nHợp tác xã'
    const source = documentOf(text)
    const fonts = [
      { start: 0, end: 5, font: '.VnTime' },
      { start: 6, end: 14, font: '.VnTimeH' },
      { start: 15, end: 25, font: 'Times New Roman' },
    ]
    expect(repairDocument({ ...source, fonts }).document.text).toBe('Số: 5\nKẾ HOẠCH\nHợp tác xã')
    expect(repairDocument({ ...source, fonts }, { capitalFonts: false }).document.text).toBe(
      'Số: 5\nkế hoạch\nHợp tác xã',
    )
  })

  it('leaves Unicode alone that is set in an old font', () => {
    const source = documentOf('Kế hoạch phát triển kinh tế tập thể')
    const fonts = [{ start: 0, end: source.text.length, font: '.VnTime' }]
    expect(repairDocument({ ...source, fonts }).document.text).toBe(source.text)
  })

  it('completes words that were typed in capitals in an encoding without them', () => {
    const { document } = repaired(`CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM\n${tcvn3}`)
    expect(document.text.split('\n')[0]).toBe('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  })
})

const UNICODE_AS: Readonly<Record<string, (text: string) => string>> = Object.fromEntries(
  conversions().map(({ id, became }) => {
    const letters = new RegExp(
      Object.keys(became)
        .sort((a, b) => b.length - a.length)
        .join('|'),
      'gu',
    )
    return [id, (text: string) => text.replace(letters, letter => became[letter] ?? letter)]
  }),
)

describe('text in Unicode that was decoded once more', () => {
  it.each(Object.keys(UNICODE_AS))('%s is put right', id => {
    const damaged = UNICODE_AS[id]?.(PLAN) ?? ''
    expect(shareAlike(damaged, PLAN)).toBeLessThan(0.97)
    const { document } = repaired(damaged)
    expect(shareAlike(document.text, PLAN)).toBeGreaterThan(0.99)
    expect(document.messages.map(({ code }) => code)).toContain('mojibake-repaired')
  })

  it.each(
    conversions().flatMap(({ id, examples }) =>
      Object.entries(examples).map(([bad, good]) => [id, bad, good] as const),
    ),
  )('%s: %s is %s', (id, bad, good) => {
    const { document } = repaired(`${UNICODE_AS[id]?.(PLAN)}\n${bad}\n`)
    expect(document.text).toContain(`\n${good}\n`)
  })

  it('comes back from bytes of UTF-8 that were shown one by one', () => {
    const damaged = decodeWindows1252(Buffer.from(PLAN))
    expect(repaired(damaged).document.text).toBe(PLAN)
  })

  it.each([
    ['Các hợp tác xã có 35 ngưười, nhưư vậy là đủ.', 'Các hợp tác xã có 35 người, như vậy là đủ.'],
    [
      'CỘNG HÒA Xà HỘI CHỦ NGHĨA\nKế hoạch hợp tác xã kkk bbb ccc',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nKế hoạch hợp tác xã kkk bbb ccc',
    ],
  ])('%s', (damaged, sound) => {
    expect(repaired(damaged).document.text).toBe(sound)
  })

  it('gives back most letters that a conversion dropped', () => {
    const dropped = /[\u1EA4-\u1EB7\u1EBE-\u1EC7\u1ED0-\u1EE3\u1EE8-\u1EF1]/g
    // so that words stay words, and can be compared one by one
    const damaged = PLAN.replace(/\p{L}{2,}/gu, word => word.replace(dropped, ''))
    const { document } = repaired(damaged)
    expect(shareAlike(damaged, PLAN)).toBeLessThan(0.75)
    expect(shareAlike(document.text, PLAN)).toBeGreaterThan(0.88)
  })
})

describe('sound text', () => {
  const files = ['gold', 'composed', 'flags', 'held-out', 'documents', 'annexes', 'tables'].flatMap(folder =>
    readdirSync(`${FIXTURES}${folder}`)
      .filter(name => /\.(txt|docx|pdf)$/.test(name) && name !== 'password.pdf')
      .map(name => `${folder}/${name}`),
  )

  /** The one text of them that a conversion had damaged. */
  const DAMAGED: Readonly<Record<string, string>> = { 'held-out/quang-tri-2013.txt': 'mojibake-repaired' }

  it.each(files)('%s comes through as it is', async file => {
    const read = await readDocument(readFileSync(`${FIXTURES}${file}`), DEFAULT_LIMITS)
    if (!read.ok) throw new Error(read.problem.code)
    const { document, edited } = repairDocument(read.document)
    if (DAMAGED[file] !== undefined) expect(document.messages.map(({ code }) => code)).toContain(DAMAGED[file])
    else expect([document.text === read.document.text, edited, document.encoding]).toEqual([true, null, 'unicode'])
  })

  it.each(SAMPLES.map(({ nfd, unicode }) => [unicode, nfd]))('%s is Unicode in whichever form', (unicode, nfd) => {
    expect(repaired(unicode).edited).toBeNull()
    expect(repaired(nfd).edited).toBeNull()
  })

  it.each([
    'Le président de la République française a reçu l’été dernier une délégation élue à Genève.',
    'Société Générale, Nestlé S.A. và Müller GmbH đã ký hợp đồng với hợp tác xã ở Đắk Lắk và Bắc Kạn.',
    'The cooperative’s members (e.g. don’t, they’re) met on 12/9; they added 35 of 40.',
    'ß-carotene 5 µg, 12 m², 3³, §12, ©2009, Word®, ½ kg',
    'x^2 + y^2 = a(b+c); add(dd, DD); to+day; o+o+o+o',
  ])('%s is in no old encoding', text => {
    expect(repaired(text).edited).toBeNull()
  })
})

describe('whatever the text', () => {
  const letter = fc.constantFrom(..."aâæ¸µ·­®îÕc ht\tn\n0123456789.,-−ìòÞÃáºê^'`dd+")
  it('keeps all digits, in their order, and all lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 200 }), fc.boolean(), (noise, mixed) => {
        const text = mixed ? `${encode('tcvn3', PLAN.slice(0, 600))}\n${noise}` : noise
        const source = documentOf(text)
        const { document } = repairDocument(source)
        expect(document.text.replace(/\D/g, '')).toBe(text.replace(/\D/g, ''))
        expect(document.lines.length).toBe(source.lines.length)
      }),
    )
  })

  it('refuses bytes that are Vietnamese in no encoding', () => {
    const french = bytesOf('Le président de la République française a reçu une délégation élue.')
    const noise = Uint8Array.from({ length: 400 }, (_, i) => 0x80 + ((i * 37) % 0x80))
    for (const bytes of [french, noise]) {
      const result = readText(bytes)
      expect(result.ok ? '' : result.problem.code).toBe('not-utf8')
    }
  })

  it('names the encoding of a short text', () => {
    const sentence = 'Tổng số hợp tác xã trên địa bàn tỉnh là 255 hợp tác xã, trong đó: 190 hợp tác xã đang hoạt động.'
    const found = NAMES.map((name: EncodingName): string => repaired(encode(name, sentence)).document.encoding)
    expect(found).toEqual(NAMES)
  })
})
