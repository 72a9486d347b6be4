/** A tag of an XML text. `start` and `end` are its UTF-16 offsets; an empty element (`<a/>`) is one tag of kind `empty`. */
export interface XmlTag {
  readonly kind: 'open' | 'close' | 'empty'
  readonly name: string
  readonly start: number
  readonly end: number
  /** The attribute's raw value, undefined without one. References (`&#x2013;`) are resolved. */
  readonly attribute: (name: string) => string | undefined
}

const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>/y

/** What is no tag though it begins with `<`, and how it ends. */
const SKIPPED: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/**
 * The tags of an XML text in order. It stops where the text is not well-formed, and returns whether it came to the end.
 */
export function* xmlTags(xml: string): Generator<XmlTag, boolean> {
  let at = xml.indexOf('<')
  while (at >= 0) {
    const skipped = SKIPPED.find(([open]) => xml.startsWith(open, at))
    if (skipped !== undefined) {
      const close = xml.indexOf(skipped[1], at)
      if (close < 0) return false
      at = xml.indexOf('<', close)
      continue
    }
    TAG.lastIndex = at
    const found = TAG.exec(xml)
    if (found === null) return false
    const [whole, slash, name = '', attributes = '', empty] = found
    yield {
      kind: slash === '/' ? 'close' : empty === '/' ? 'empty' : 'open',
      name,
      start: at,
      end: at + whole.length,
      attribute: wanted => attributeOf(attributes, wanted),
    }
    at = xml.indexOf('<', at + whole.length)
  }
  return true
}

function attributeOf(attributes: string, wanted: string): string | undefined {
  for (const [, name, double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === wanted) return resolveReferences(double ?? single ?? '')
  }
  return undefined
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const resolveReferences = (value: string): string =>
  value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )

/** A text made safe for an attribute in double quotes. */
export const escapeAttribute = (value: string): string => value.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)
