import { xmlTags } from './xml-tags.ts'

/** XML parts of a package by name. */
type Parts = ReadonlyMap<string, Uint8Array>

const MAIN_FOLDER = 'word/'

/**
 * The package with its headers and footers in place of the body, in the order of its sections: the .docx library reads bodies only.
 * Their pictures and links are left out, they would need relationships of their own.
 * @param main name of the main document's part
 * @returns null for a document without headers and footers
 */
export function runningParts(parts: Parts, main: string): Parts | null {
  const bodies = referenced(textOf(parts, main), textOf(parts, relationsOf(main))).flatMap(name => {
    const body = contentOf(textOf(parts, name))
    return body === null ? [] : [body]
  })
  if (bodies.length === 0) return null
  return new Map([...parts, [main, new TextEncoder().encode(`${HEAD}${bodies.join('')}${TAIL}`)]])
}

const HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
const TAIL = '</w:body></w:document>'

const textOf = (parts: Parts, name: string): string => new TextDecoder().decode(parts.get(name) ?? new Uint8Array())

const relationsOf = (part: string): string => part.replace(/[^/]*$/, name => `_rels/${name}.rels`)

/** Names of the parts that the sections of a document refer to, each once. */
function referenced(document: string, relations: string): string[] {
  const targets = new Map<string, string>()
  for (const { name, attribute } of xmlTags(relations)) {
    const [id, target] = [attribute('Id'), attribute('Target')]
    if (name === 'Relationship' && id !== undefined && target !== undefined) targets.set(id, target)
  }
  const names = new Set<string>()
  for (const { name, attribute } of xmlTags(document)) {
    if (name !== 'w:headerReference' && name !== 'w:footerReference') continue
    const target = targets.get(attribute('r:id') ?? '')
    if (target !== undefined) names.add(target.startsWith('/') ? target.slice(1) : MAIN_FOLDER + target)
  }
  return [...names]
}

const ROOT = /^(?:\uFEFF)?(?:<\?[^>]*\?>|<!--[\s\S]*?-->|\s)*<(w:)(?:hdr|ftr)\b/
const END = /<\/w:(?:hdr|ftr)>\s*$/
const RELATION = /\s(?:r:embed|r:link|r:id|r:pict|o:relid)\s*=\s*(?:"[^"]*"|'[^']*')/g

/** A header or footer as an element that the library passes through, with the namespaces of its root; null where it is none. */
function contentOf(xml: string): string | null {
  const root = ROOT.exec(xml)
  if (root === null || !END.test(xml)) return null
  const content = xml.slice(root[0].length).replace(END, '</w:smartTag>')
  return `<w:smartTag${content.replace(RELATION, '')}`
}
