import { xmlTags } from './xml-tags.ts'

/** The fonts that styles bring, with what they inherit; null where they bring none. */
export interface StyleFonts {
  /** @param style id of a paragraph's style, null for the default one */
  readonly ofParagraph: (style: string | null) => string | null
  /** @param style id of a run's style, null for none */
  readonly ofRun: (style: string | null) => string | null
}

/** Of documents whose runs tell their fonts themselves. */
export const NO_STYLE_FONTS: StyleFonts = { ofParagraph: () => null, ofRun: () => null }

interface Style {
  basedOn: string | null
  font: string | null
}

/** Styles may be based on each other in a circle; this many steps are taken. */
const MAX_ANCESTORS = 20

/** @param xml `word/styles.xml`; an empty text where a document has none */
export function readStyleFonts(xml: string): StyleFonts {
  const styles = new Map<string, Style>()
  let standard: string | null = null
  let defaultParagraph: string | null = null
  let style: Style | null = null
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'w:style' && tag.kind === 'open') {
      style = { basedOn: null, font: null }
      const id = tag.attribute('w:styleId') ?? ''
      styles.set(id, style)
      if (tag.attribute('w:type') === 'paragraph' && /^(?:1|true|on)$/.test(tag.attribute('w:default') ?? ''))
        defaultParagraph = id
    } else if (tag.name === 'w:style') style = null
    else if (tag.name === 'w:rFonts') {
      const font = tag.attribute('w:ascii') ?? tag.attribute('w:hAnsi') ?? null
      if (style === null) standard ??= font
      else style.font ??= font
    } else if (tag.name === 'w:basedOn' && style !== null) style.basedOn = tag.attribute('w:val') ?? null
  }
  return {
    ofParagraph: id => inherited(styles, id ?? defaultParagraph) ?? standard,
    ofRun: id => inherited(styles, id),
  }
}

function inherited(styles: ReadonlyMap<string, Style>, id: string | null): string | null {
  let at = id
  for (let step = 0; step < MAX_ANCESTORS && at !== null; step++) {
    const style = styles.get(at)
    if (style === undefined) return null
    if (style.font !== null) return style.font
    at = style.basedOn
  }
  return null
}
