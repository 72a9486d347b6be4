import type { DocumentKind } from '../../contract/index.ts'
import { fold } from '../../repair/fold.ts'
import type { Block } from '../block.ts'
import { kindByAbbreviation, kindByName } from '../document-rules.ts'
import { typeName } from '../head-zone.ts'
import { isUpperTitle } from '../letter-case.ts'

/** The type of a document: from its type line, the first words of its title, its symbol, or its subject line (V/v). */
export const readKind = (blocks: readonly Block[], symbol: string | null): DocumentKind => {
  const text = (element: Block['element']): string | undefined =>
    blocks.find(block => block.element === element)?.content.text
  const type = text('type')
  if (type !== undefined) {
    const name = typeName({ folded: fold(type), upper: isUpperTitle(type), stressed: false })
    const kind = name === null ? undefined : kindByName.get(name)
    if (kind !== undefined) return kind
  }
  return (
    (symbol === null ? null : kindOfSymbol(symbol)) ??
    kindAtStart(text('title')) ??
    (text('subject') === undefined ? 'other' : 'official_letter')
  )
}

const kindAtStart = (title: string | undefined): DocumentKind | null => {
  const folded = fold(title ?? '')
  for (const [name, kind] of kindByName) if (folded.startsWith(`${name} `)) return kind
  return null
}

/** `KH-UBND`, `NQ/TU`, `CTr/TU`, `QH11`. A symbol without a type (`UBND-KTTH`) is that of an official letter. */
const kindOfSymbol = (symbol: string): DocumentKind | null => {
  const [first = '', second] = symbol.split(/[-/.]/)
  if (/^QH\d+$/.test(first)) return 'law'
  if (second === undefined) return null
  const known = kindByAbbreviation.get(first)
  if (known !== undefined) return known
  for (const [name, kind] of kindByAbbreviation) if (fold(name) === fold(first)) return kind
  return 'official_letter'
}
