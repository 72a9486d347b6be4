import type { Area, AreaLevel } from '../../contract/index.ts'
import { rowChain, type TableModel } from '../../table/table-model.ts'

/** `Huyện Ba Bể`, `TX. Hồng Lĩnh`, `Xã Ea Tóh`: the kind of an area before its name. */
const NAMED: readonly (readonly [AreaLevel, RegExp])[] = [
  ['province', /^tỉnh\s+(?=\p{Lu})/iu],
  ['district', /^(?:huyện|quận|thị xã|thành phố|h\.|q\.|tx\.?|tp\.?)\s*(?=\p{Lu})/iu],
  ['commune', /^(?:xã|phường|thị trấn|x\.|p\.|tt\.?)\s*(?=\p{Lu})/iu],
]

/** The head of a column of names: `Huyện`, `Tên xã`, `Huyện, thành phố`. */
const HEADED: readonly (readonly [AreaLevel, RegExp])[] = [
  ['district', /^(?:tên )?(?:các )?(?:huyện|quận)(?!\p{L})/iu],
  ['commune', /^(?:tên )?(?:các )?(?:xã|phường)(?!\p{L})/iu],
]

/** A name: words with capitals, without figures and colons. */
const NAME = /^\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*){0,3}$/u

const TOTAL = /^(?:tổng|toàn|cộng|cả)(?!\p{L})/iu

/**
 * The area that a row's figures are of where its label names one: by the word before its name, or by the head of the column of
 * names. It has no code.
 * @returns null where the row says none; the document's area holds then
 */
export const areaOfRow = (model: TableModel, at: number): Area | null => {
  for (const row of rowChain(model, at).reverse()) {
    const label = row.labels.at(-1)
    if (label === undefined) continue
    const text = label.content.text.trim()
    for (const [level, pattern] of NAMED) {
      const name = text.replace(pattern, '')
      if (name !== text && NAME.test(name)) return { code: null, name, level }
    }
    const head = headOver(model, label.column)
    const level = HEADED.find(([, pattern]) => pattern.test(head))?.[0]
    if (level !== undefined && NAME.test(text) && !TOTAL.test(text)) return { code: null, name: text, level }
  }
  return null
}

const headOver = ({ grid, head }: TableModel, column: number): string => {
  for (let row = head - 1; row >= 0; row--) {
    const text = grid.textAt(row, column).trim()
    if (text !== '') return text
  }
  return ''
}
