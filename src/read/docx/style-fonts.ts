import { xmlTags } from './xml-tags.ts'

/** The fonts that styles give to what is set in them. */
export interface StyleFonts {
  /** What has no style of its own is set in. */
  readonly usual: string | null
  /** By style id, with what it inherits. */
  readonly byStyle: ReadonlyMap<string, string>
}

interface Style {
  basedOn: string | null
  font: string | null
}

/** Styles may be based on each other in a circle; this many steps are taken. */
const MAX_ANCESTORS = 20

/** The fonts of `word/styles.xml`: those of its styles, and that of the default paragraph style or of the document. */
export function readStyleFonts(xml: string): StyleFonts {
  const styles = new Map<string, Style>()
  let style: Style | null = null
  let usual: string | null = null
  let usualStyle: string | null = null
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'w:style' && tag.kind === 'open') {
      const id = tag.attribute('w:styleId') ?? ''
      style = { basedOn: null, font: null }
      styles.set(id, style)
      if (tag.attribute('w:type') === 'paragraph' && tag.attribute('w:default') === '1') usualStyle = id
    } else if (tag.name === 'w:style') style = null
    else if (tag.name === 'w:basedOn' && style !== null) style.basedOn = tag.attribute('w:val') ?? null
    else if (tag.name === 'w:rFonts' && tag.kind !== 'close') {
      const font = fontOf(tag)
      if (style === null) usual ??= font
      else style.font ??= font
    }
  }
  const byStyle = new Map(
    [...styles.keys()].flatMap(id => {
      const font = inherited(styles, id)
      return font === null ? [] : [[id, font] as const]
    }),
  )
  return { usual: (usualStyle === null ? undefined : byStyle.get(usualStyle)) ?? usual, byStyle }
}

/** The font that a `w:rFonts` element names for Latin letters. */
export const fontOf = (tag: { readonly attribute: (name: string) => string | undefined }): string | null =>
  tag.attribute('w:ascii') ?? tag.attribute('w:hAnsi') ?? null

function inherited(styles: ReadonlyMap<string, Style>, id: string): string | null {
  let style = styles.get(id)
  for (let step = 0; step < MAX_ANCESTORS && style !== undefined; step++) {
    if (style.font !== null) return style.font
    style = style.basedOn === null ? undefined : styles.get(style.basedOn)
  }
  return null
}
