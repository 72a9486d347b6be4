import { z } from 'zod'
import { fold } from '../repair/fold.ts'

/**
 * What a word of a table is for: columns (`index` numbers the rows, `stub` labels them, `unit`, `code`, `note`), rows or
 * heads that lead over to parts of what stands above them (`of-which` to some, `breakdown` to all) or name the whole (`total`), funding
 * sources (`source`), and words that say nothing of what is counted (`filler`).
 */
export const TableRole = z.enum([
  'index',
  'stub',
  'unit',
  'note',
  'code',
  'of-which',
  'breakdown',
  'total',
  'source',
  'filler',
])
export type TableRole = z.infer<typeof TableRole>

const TableWord = z.strictObject({ role: TableRole, words: z.array(z.string().min(1)).min(1) })
export const TableWordFile = z.array(TableWord)

const OWN_TOTAL = /^(?:tổng số|số|tổng|ts)$/iu

/** Words this long may have one letter wrong. */
const LONG = 6
/** No word of the file has more letters. */
const LONGEST = 60

/** The words of `rules/forms/words.yaml`, found in cells whatever became of their marks and blanks. */
export class TableWords {
  readonly #roles = new Map<string, TableRole[]>()

  constructor(entries: z.infer<typeof TableWordFile>) {
    for (const { role, words } of entries)
      for (const word of words) {
        const key = keyOf(word)
        const roles = this.#roles.get(key) ?? []
        if (!roles.includes(role)) this.#roles.set(key, [...roles, role])
      }
  }

  /**
   * What a cell is for whose whole text is one of the words; brackets and marks at its end do not count. A word with several
   * roles (`Địa phương` labels rows, and is a funding source) has the first of them here.
   */
  roleOf(text: string): TableRole | null {
    return this.#rolesOf(text)[0] ?? null
  }

  has(text: string, role: TableRole): boolean {
    return this.#rolesOf(text).includes(role)
  }

  #rolesOf(text: string): readonly TableRole[] {
    const key = keyOf(text.replace(/\([^)]*\)\s*$/u, ''))
    if (key === '' || key.length > LONGEST) return []
    return this.#roles.get(key) ?? (key.length >= LONG ? this.#nearly(key) : [])
  }

  /** Whether a label is of a row that adds up the others: `Cộng`, `Tổng cộng HTX`, `Toàn tỉnh`; `Tổng số HTX` is a count of its own. */
  addsUp(label: string): boolean {
    const [first = '', second = ''] = label.trim().split(/\s+/u)
    return [first, `${first} ${second}`].some(words => this.roleOf(words) === 'total' && !OWN_TOTAL.test(words))
  }

  /**
   * The word that leads over to parts and opens a label, and how much of the label it takes: all of `Trong đó:`, the first
   * words of `Trong đó: Doanh thu …` and of `Chia theo ngành, nghề:`.
   */
  leadOf(text: string): { readonly role: 'of-which' | 'breakdown'; readonly length: number } | null {
    const whole = /^[-+*\s]*/u.exec(text)?.[0].length ?? 0
    const colon = text.indexOf(':')
    for (const end of colon > 0 ? [colon, text.length] : [text.length]) {
      const role = this.#leading(this.roleOf(text.slice(whole, end)))
      if (role !== null) return { role, length: end === colon ? colon + 1 : end }
    }
    const parted = /^(?:chia|phân)(?:\s\S+){0,2}\s(?:theo|ra)(?=\s)/iu.test(text.slice(whole))
    if (parted) return { role: 'breakdown', length: text.length }
    if (colon < 0 || text.slice(colon + 1).trim() !== '') return null
    const words = text.slice(whole, colon).split(/\s+/u)
    for (let n = Math.min(3, words.length); n > 0; n--) {
      const role = this.#leading(this.roleOf(words.slice(0, n).join(' ')))
      if (role !== null) return { role, length: text.length }
    }
    return null
  }

  #leading(role: TableRole | null): 'of-which' | 'breakdown' | null {
    return role === 'of-which' || role === 'breakdown' ? role : null
  }

  /** The word that differs in one letter. */
  #nearly(key: string): readonly TableRole[] {
    for (const [word, roles] of this.#roles)
      if (word.length === key.length && word.length >= LONG && differences(word, key) <= 1) return roles
    return []
  }
}

const keyOf = (text: string): string => fold(text).replace(/[^\p{L}\d]/gu, '')

const differences = (one: string, other: string): number => {
  let count = 0
  for (let i = 0; i < one.length && count < 2; i++) if (one[i] !== other[i]) count++
  return count
}
