import { xmlTags } from './xml-tags.ts'

/** The list membership that a paragraph has of its own or by its style. Null: not said here. */
export interface Numbering {
  readonly numId: string | null
  readonly depth: number | null
}

interface Style {
  basedOn: string | null
  numId: string | null
  depth: number | null
}

/** Styles may be based on each other in a circle; this many steps are taken. */
const MAX_ANCESTORS = 20

/** The numbering that each paragraph style of `word/styles.xml` brings, by style id, with what it inherits. */
export function readNumberedStyles(xml: string): ReadonlyMap<string, Numbering> {
  const styles = new Map<string, Style>()
  let style: Style | null = null
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'w:style' && tag.kind === 'open') {
      style = { basedOn: null, numId: null, depth: null }
      styles.set(tag.attribute('w:styleId') ?? '', style)
    } else if (tag.name === 'w:style') style = null
    else if (style === null) continue
    else if (tag.name === 'w:basedOn') style.basedOn = tag.attribute('w:val') ?? null
    else if (tag.name === 'w:numId') style.numId = tag.attribute('w:val') ?? null
    else if (tag.name === 'w:ilvl') style.depth = Number(tag.attribute('w:val')) || 0
  }
  return new Map([...styles.keys()].map(id => [id, inherited(styles, id)]))
}

function inherited(styles: ReadonlyMap<string, Style>, id: string): Numbering {
  let numId: string | null = null
  let depth: number | null = null
  let style = styles.get(id)
  for (let step = 0; step < MAX_ANCESTORS && style !== undefined; step++) {
    numId ??= style.numId
    depth ??= style.depth
    style = style.basedOn === null ? undefined : styles.get(style.basedOn)
  }
  return { numId, depth }
}
