/** A value as it stands in a PDF (ISO 32000-1, 7.3): names with their slash, references by the number of the object; strings are left out. */
export type PdfValue = number | boolean | null | string | Reference | readonly PdfValue[] | PdfDictionary
export type PdfDictionary = ReadonlyMap<string, PdfValue>
export interface Reference {
  readonly object: number
}

/** Longer and deeper values stand in no dictionary of a picture. */
const LONGEST = 4000
const DEEPEST = 8

const TOKEN =
  /[\0\t\n\f\r ]+|%[^\r\n]*|(?<name>\/[^\0\t\n\f\r ()<>[\]{}/%]*)|(?<reference>\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![A-Za-z]))|(?<number>[+-]?(?:\d+\.?\d*|\.\d+))|(?<word>true|false|null)|(?<mark><<|>>|\[|\])|(?<text>\((?:[^()\\]|\\.)*\)|<[\da-fA-F\s]*>)/sy

/** What ends the values of an array or a dictionary. */
class End {
  readonly mark: string
  constructor(mark: string) {
    this.mark = mark
  }
}

/**
 * Reads the value that stands at a place of a file.
 * @returns the value and where it ends; null where it is no value, or longer than that of a picture
 */
export function pdfValueAt(file: Buffer, from: number): { readonly value: PdfValue; readonly end: number } | null {
  const text = file.toString('latin1', from, from + LONGEST)
  const token = new RegExp(TOKEN)
  const next = (depth: number): PdfValue | End | undefined => {
    for (;;) {
      const found = token.exec(text)?.groups
      if (found === undefined || depth > DEEPEST) return undefined
      const { name, reference, number, word, mark, text: string } = found
      if (name !== undefined) return name
      if (reference !== undefined) return { object: Number.parseInt(reference, 10) }
      if (number !== undefined) return Number(number)
      if (word !== undefined) return word === 'null' ? null : word === 'true'
      if (string !== undefined) return ''
      if (mark === '[') return valuesUntil(']', depth)
      if (mark === '<<') return dictionaryOf(valuesUntil('>>', depth))
      if (mark !== undefined) return new End(mark)
    }
  }
  const valuesUntil = (mark: string, depth: number): PdfValue[] | undefined => {
    const values: PdfValue[] = []
    for (;;) {
      const value = next(depth + 1)
      if (value === undefined) return undefined
      if (!(value instanceof End)) values.push(value)
      else return value.mark === mark ? values : undefined
    }
  }
  const value = next(0)
  return value === undefined || value instanceof End ? null : { value, end: from + token.lastIndex }
}

function dictionaryOf(values: readonly PdfValue[] | undefined): PdfDictionary | undefined {
  if (values === undefined || values.length % 2 !== 0) return undefined
  const entries = new Map<string, PdfValue>()
  for (let i = 0; i < values.length; i += 2) {
    const key = values[i]
    if (typeof key !== 'string') return undefined
    entries.set(key, values[i + 1] ?? null)
  }
  return entries
}

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map

export const isReference = (value: PdfValue | undefined): value is Reference =>
  typeof value === 'object' && value !== null && 'object' in value
