import { type LexedBlock, lexBlock, type Writing } from '../../lex/lex-block.ts'
import type { Quantity } from '../../lex/term.ts'
import type { MappedText } from '../../repair/mapped-text.ts'
import { repairSpans } from '../../repair/repair-spans.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Cell } from '../../table/grid.ts'

/** The longest text that may be a unit, in characters. */
const LONGEST_UNIT = 40

/** Lexes cells and units of a document, each once. */
export class LexedCells {
  readonly rules: RuleSet
  readonly writing: Writing
  readonly #texts = new WeakMap<MappedText, LexedBlock>()
  readonly #units = new Map<string, Quantity | null>()

  constructor(rules: RuleSet, writing: Writing) {
    this.rules = rules
    this.writing = writing
  }

  of(cell: Cell): LexedBlock {
    return this.lex(cell.content)
  }

  lex(content: MappedText): LexedBlock {
    const known = this.#texts.get(content)
    if (known) return known
    const made = lexBlock(content, [], this.rules, this.writing)
    this.#texts.set(content, made)
    return made
  }

  /** What one of the unit is that a text names and nothing else (`Tr đồng/năm`: 1 000 000 VND a year); null for other texts. */
  unit(text: string): Quantity | null {
    const known = this.#units.get(text)
    if (known !== undefined) return known
    const made = this.#readUnit(text)
    this.#units.set(text, made)
    return made
  }

  #readUnit(written: string): Quantity | null {
    const text = inWords(written.trim())
    // `lượt` counts people as well as loans: the label tells
    if (text === '' || text.length > LONGEST_UNIT || /^lượt$/iu.test(text)) return null
    const phrase = `1 ${text}`
    const content = repairSpans(phrase, [{ start: 0, end: phrase.length }])
    // units are short words: one that lost its marks is looked for among the words without them
    const read = (writing: Writing): Quantity | null => {
      const [first] = lexBlock(content, [], this.rules, writing).terms
      const quantity = first?.quantity
      if (quantity === undefined || quantity.unit === null) return null
      const ends = [first?.end ?? 0, quantity.words.unit?.end ?? 0, quantity.words.per?.end ?? 0]
      return Math.max(...ends) >= phrase.replace(/[\s.,;:)]+$/u, '').length ? quantity : null
    }
    return read(this.writing) ?? read({ ...this.writing, damaged: true })
  }
}

/** Units as they are written short in tables, in words: `1.000 đ` is `nghìn đồng`, `10^6 đồng` are `triệu đồng`, `/th` is a month. */
const inWords = (text: string): string =>
  text
    .replace(/\/\s*th\.?$/iu, '/tháng')
    .replace(/\/\s*(?:ng|lđ|nglđ)\.?(?=\/|$)/iu, '/người')
    .replace(/\/\s*n\.?$/iu, '/năm')
    .replace(/^(?:1[.,\s]?000[.,\s]?000|10\^?6)\s*(?=đ|vn)/iu, 'triệu ')
    .replace(/^(?:1[.,\s]?000|10\^?3)\s*(?=đ|vn)/iu, 'nghìn ')
