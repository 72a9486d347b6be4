import { fontOf, type StyleFonts } from './style-fonts.ts'
import { escapeAttribute, xmlTags } from './xml-tags.ts'

/**
 * Writes into each run that names no font the one that its style, its paragraph's style or the document gives it: the reader of
 * Word files tells of a run only what it says itself.
 * @param xml `word/document.xml`; it comes back with the fonts, otherwise unchanged
 */
export function nameRunFonts(xml: string, { usual, byStyle }: StyleFonts): string {
  const pieces: string[] = []
  let copied = 0
  let ofParagraph: string | null = usual
  let run: { at: number; inProperties: boolean; own: boolean; style: string | null } | null = null
  const finish = (): void => {
    if (run === null || run.own) return
    const font = (run.style === null ? undefined : byStyle.get(run.style)) ?? ofParagraph
    if (font === null) return
    const fonts = `<w:rFonts w:ascii="${escapeAttribute(font)}"/>`
    pieces.push(xml.slice(copied, run.at), run.inProperties ? fonts : `<w:rPr>${fonts}</w:rPr>`)
    copied = run.at
  }
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'w:p' && tag.kind !== 'empty') ofParagraph = usual
    else if (tag.name === 'w:pStyle') ofParagraph = byStyle.get(tag.attribute('w:val') ?? '') ?? usual
    else if (tag.name === 'w:r' && tag.kind === 'open')
      run = { at: tag.end, inProperties: false, own: false, style: null }
    else if (run !== null && tag.name === 'w:rPr' && tag.kind === 'open') {
      run.at = tag.end
      run.inProperties = true
    } else if (run !== null && tag.name === 'w:rStyle') run.style = tag.attribute('w:val') ?? null
    else if (run !== null && tag.name === 'w:rFonts') run.own ||= fontOf(tag) !== null
    else if (run !== null && (tag.name === 'w:t' || tag.name === 'w:tab') && tag.kind !== 'close') {
      finish()
      run = null
    }
  }
  pieces.push(xml.slice(copied))
  return pieces.join('')
}
