import { sprmsOf } from './sprms.ts'

const FONT = 0x4a4f
const CHARACTER_STYLE = 0x4a30

/** The name stands behind this many bytes of a font's entry ([MS-DOC] 2.9.78 `FFN`). */
const NAME_AT = 39

/** The names of the document's fonts by their numbers ([MS-DOC] 2.9.288 `SttbfFfn`). */
export function fontNames(table: Buffer): string[] {
  const names: string[] = []
  const count = table.length < 4 ? 0 : table.readUInt16LE(0)
  for (let at = 4; names.length < count && at < table.length; at += 1 + (table[at] ?? 0)) {
    const entry = table.subarray(at + 1, at + 1 + (table[at] ?? 0))
    const name = entry.subarray(NAME_AT).toString('utf16le')
    names.push(name.split('\0', 1)[0] ?? '')
  }
  return names
}

/** What a style says of fonts. */
interface Style {
  readonly base: number
  readonly font: number | null
}

const NO_BASE = 0xfff
const PARAGRAPH_STYLE = 1
const CHARACTER = 2

/** Tells the font of text by its styles and its own properties. */
export class Fonts {
  readonly #names: readonly string[]
  readonly #styles: readonly (Style | null)[]
  readonly #fallback: number

  /** @param styleSheet the table of styles ([MS-DOC] 2.9.271 `STSH`) */
  constructor(fontTable: Buffer, styleSheet: Buffer) {
    this.#names = fontNames(fontTable)
    const headLength = styleSheet.length < 2 ? 0 : styleSheet.readUInt16LE(0)
    const head = styleSheet.subarray(2, 2 + headLength)
    this.#fallback = head.length < 14 ? 0 : head.readUInt16LE(12)
    this.#styles = readStyles(styleSheet.subarray(2 + headLength), head)
  }

  /**
   * @param style number of the paragraph's style
   * @param properties the run's own properties
   * @returns the font's name; null where the document does not tell
   */
  of(style: number, properties: Buffer): string | null {
    let own: number | null = null
    let named: number | null = null
    for (const { code, operand } of sprmsOf(properties)) {
      if (code === FONT) own = operand.readUInt16LE(0)
      else if (code === CHARACTER_STYLE) named = this.#fontOfStyle(operand.readUInt16LE(0))
    }
    return this.#names[own ?? named ?? this.#fontOfStyle(style) ?? this.#fallback] || null
  }

  #fontOfStyle(style: number): number | null {
    const seen = new Set<number>()
    for (let at = style; at !== NO_BASE && !seen.has(at); ) {
      seen.add(at)
      const found = this.#styles[at]
      if (found === undefined || found === null) return null
      if (found.font !== null) return found.font
      at = found.base
    }
    return null
  }
}

function readStyles(list: Buffer, head: Buffer): (Style | null)[] {
  const baseLength = head.length < 4 ? 10 : head.readUInt16LE(2)
  const styles: (Style | null)[] = []
  for (let at = 0; at + 2 <= list.length; ) {
    const length = list.readUInt16LE(at)
    styles.push(length < baseLength ? null : readStyle(list.subarray(at + 2, at + 2 + length), baseLength))
    at += 2 + length + (length & 1)
  }
  return styles
}

/** A style's name and then its properties: for paragraphs and for characters, or for characters only ([MS-DOC] 2.9.260). */
function readStyle(style: Buffer, baseLength: number): Style | null {
  if (style.length < baseLength + 2) return null
  const kind = style.readUInt16LE(2) & 0xf
  const base = style.readUInt16LE(2) >> 4
  let at = baseLength + 2 + 2 * style.readUInt16LE(baseLength) + 2
  if (kind === PARAGRAPH_STYLE) at = behindGroup(style, at)
  else if (kind !== CHARACTER) return { base, font: null }
  if (at + 2 > style.length) return { base, font: null }
  let font: number | null = null
  for (const { code, operand } of sprmsOf(style.subarray(at + 2, at + 2 + style.readUInt16LE(at)))) {
    if (code === FONT) font = operand.readUInt16LE(0)
  }
  return { base, font }
}

const behindGroup = (style: Buffer, at: number): number => {
  if (at + 2 > style.length) return style.length
  const length = style.readUInt16LE(at)
  return at + 2 + length + (length & 1)
}
