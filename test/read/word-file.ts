import { storedZip } from '../../src/read/docx/stored-zip.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const R = `xmlns:r="${OFFICE}"`
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const part = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${W}>${inner}</w:${root}>`

/**
 * A .docx around the XML of a body, with the other parts where they are given; headers and footers are those of one section, by their
 * names (`header1`).
 */
export function wordFile(
  body: string,
  parts: { numbering?: string; styles?: string; footnotes?: string } = {},
  running: Readonly<Record<string, string>> = {},
): Buffer {
  const names = Object.keys(running)
  const kind = (name: string): string => name.replace(/\d+$/, '')
  const section = names.map(name => `<w:${kind(name)}Reference w:type="default" r:id="${name}"/>`).join('')
  const relations = names.map(
    name => `<Relationship Id="${name}" Type="${OFFICE}/${kind(name)}" Target="${name}.xml"/>`,
  )
  const files = new Map<string, string>([
    [
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${CONTENT_TYPE}.document.main+xml"/></Types>`,
    ],
    ['word/document.xml', part('document', `<w:body>${body}<w:sectPr ${R}>${section}</w:sectPr></w:body>`)],
    ['word/_rels/document.xml.rels', `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`],
    ...names.map((name): [string, string] => [
      `word/${name}.xml`,
      part(kind(name) === 'header' ? 'hdr' : 'ftr', running[name] ?? ''),
    ]),
    ...Object.entries(parts).map(([name, inner]): [string, string] => [`word/${name}.xml`, part(name, inner)]),
  ])
  return storedZip(new Map([...files].map(([name, xml]) => [name, new TextEncoder().encode(xml)])))
}

/** Lists by number, each with format and text of its levels. */
export function numberingXml(
  lists: Readonly<Record<number, readonly (readonly [format: string, text: string])[]>>,
): string {
  const ids = Object.keys(lists)
  const levels = (id: string) =>
    (lists[Number(id)] ?? []).map(
      ([format, text], depth) =>
        `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
  const abstract = ids.map(id => `<w:abstractNum w:abstractNumId="${id}">${levels(id).join('')}</w:abstractNum>`)
  return abstract.join('') + ids.map(id => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join('')
}
