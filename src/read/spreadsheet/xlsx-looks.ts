import { type XmlTag, xmlTags } from '../docx/xml-tags.ts'
import { LookBuilder, type SheetLook } from './sheet-look.ts'

/**
 * Reads the fonts of the cells and what is hidden out of the parts of a .xlsx, which the library passes over.
 * @returns one look a sheet in the order of the workbook
 */
export function xlsxLooks(parts: ReadonlyMap<string, Uint8Array>): SheetLook[] {
  const xml = (name: string): string => new TextDecoder().decode(parts.get(name) ?? new Uint8Array())
  const targets = new Map(
    openings(xml('xl/_rels/workbook.xml.rels'), 'Relationship').map(tag => [
      tag.attribute('Id'),
      tag.attribute('Target'),
    ]),
  )
  const fonts = cellFonts(xml('xl/styles.xml'))
  return openings(xml('xl/workbook.xml'), 'sheet').map(tag => {
    const target = targets.get(tag.attribute('r:id')) ?? ''
    return sheetLook(xml(target.startsWith('/') ? target.slice(1) : `xl/${target}`), fonts)
  })
}

/** How many cells the sheets list, empty ones with a format too. */
export function countXlsxCells(parts: ReadonlyMap<string, Uint8Array>): number {
  let cells = 0
  for (const [name, data] of parts) {
    if (!name.startsWith('xl/worksheets/')) continue
    const xml = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1')
    for (const _ of xml.matchAll(/<(?:\w+:)?c[\s/>]/g)) cells++
  }
  return cells
}

/** The names of the fonts by the numbers of the cells' formats. */
function cellFonts(styles: string): (string | undefined)[] {
  const fonts: string[] = []
  const formats: (string | undefined)[] = []
  let within = ''
  for (const tag of xmlTags(styles)) {
    const name = localName(tag)
    if (SECTIONS.has(name)) within = tag.kind === 'open' ? name : ''
    else if (tag.kind === 'close') continue
    else if (within === 'fonts' && name === 'font') fonts.push('')
    else if (within === 'fonts' && name === 'name') fonts[fonts.length - 1] = tag.attribute('val') ?? ''
    else if (within === 'cellXfs' && name === 'xf') formats.push(fonts[Number(tag.attribute('fontId') ?? 0)])
  }
  return formats
}

const SECTIONS = new Set(['fonts', 'cellXfs', 'cellStyleXfs', 'dxfs'])

function sheetLook(xml: string, fonts: readonly (string | undefined)[]): SheetLook {
  const look = new LookBuilder()
  let row = -1
  let column = -1
  let unsolved = false
  for (const tag of xmlTags(xml)) {
    const name = localName(tag)
    if (tag.kind === 'close') {
      if (name === 'c' && unsolved) look.addUnsolved(row, column)
      if (name === 'c') unsolved = false
    } else if (name === 'f') unsolved = true
    else if (name === 'v') unsolved = false
    else if (name === 'c') {
      column = columnOf(tag.attribute('r')) ?? column + 1
      look.setFont(row, column, fonts[Number(tag.attribute('s') ?? 0)])
    } else if (name === 'row') {
      row = Number(tag.attribute('r') ?? row + 2) - 1
      column = -1
      if (isTrue(tag.attribute('hidden'))) look.hideRow(row)
    } else if (name === 'col' && isTrue(tag.attribute('hidden'))) {
      look.hideColumns(Number(tag.attribute('min')) - 1, Number(tag.attribute('max')) - 1)
    }
  }
  return look.build()
}

const openings = (xml: string, name: string): XmlTag[] =>
  [...xmlTags(xml)].filter(tag => tag.kind !== 'close' && localName(tag) === name)

const localName = ({ name }: XmlTag): string => name.slice(name.indexOf(':') + 1)

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** `BC12` → 54. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
