import type { ByteSource } from './byte-source.ts'
import { zipMembers } from './zip-members.ts'

/** What a file is that is told by the zip it consists of. */
export type PackageKind = 'archive' | 'document' | 'damaged'

/** Parts that only packages have: Open Packaging Conventions (ECMA-376), OpenDocument and EPUB, programs in Java. */
const PARTS: ReadonlySet<string> = new Set([
  '[Content_Types].xml',
  '_rels/.rels',
  'word/document.xml',
  'xl/workbook.xml',
  'mimetype',
  'META-INF/MANIFEST.MF',
])

/** Such a part stands within so many entries: packers write their fixed parts before or right after all others. */
const MOST_PARTS = 20_000

const LOCAL_HEADER_LENGTH = 30

/** Whether a file begins as zips do: with an entry, or with the end of an empty directory. */
export const beginsAsZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))

/** Whether the first entry of a zip shows already that it is a document. */
export const beginsAsDocument = (head: Buffer): boolean => {
  if (head.length < LOCAL_HEADER_LENGTH || head[2] !== 3) return false
  const length = head.readUInt16LE(26)
  return PARTS.has(head.toString('latin1', LOCAL_HEADER_LENGTH, LOCAL_HEADER_LENGTH + length))
}

/**
 * Tells a zip that is a document (.docx, .xlsx, .odt and what else is packed so) from one that holds files, by the parts
 * within it. What is no readable document of these, the reader says.
 */
export async function packageKind(bytes: ByteSource): Promise<PackageKind> {
  let seen = 0
  try {
    for await (const { rawName } of zipMembers(bytes)) {
      if (PARTS.has(Buffer.from(rawName).toString('latin1'))) return 'document'
      if (++seen >= MOST_PARTS) break
    }
    return 'archive'
  } catch {
    return 'damaged'
  }
}
