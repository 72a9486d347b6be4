import { crc32, inflateRawSync } from 'node:zlib'
import { type Problem, problem } from '../../problem.ts'
import { readZipDirectory, type ZipEntry } from '../zip-directory.ts'

/** The parts of a package that hold text and structure, by name; or why they can't be had. */
export type Parts = { readonly parts: ReadonlyMap<string, Uint8Array> } | { readonly problem: Problem }

/** All XML of a document together. A page of Word takes about 20 KB, 2,000 pages with wordy markup less than this. */
const MAX_INFLATED_BYTES = 128 * 1024 * 1024

/** Word's XML shrinks to about a tenth; a table of equal rows to a fiftieth. */
const MAX_RATIO = 300
const RATIO_COUNTS_FROM = 8 * 1024 * 1024

/** Folders whose XML says nothing of the text: properties, data of other programs, themes, charts. */
const UNREAD = /^(customXml|docProps|word\/(theme|glossary|charts|diagrams|embeddings|activeX))\//i

const LOCAL_HEADER = 0x04034b50
const LOCAL_HEADER_LENGTH = 30

const STORED = 0
const DEFLATED = 8

/**
 * Takes the XML parts out of a .docx package; pictures and other media stay packed. The sizes that the directory claims are
 * checked first, then no part is inflated beyond its claim, so that a small file can't fill the memory.
 * Problems: `damaged-file`, `expands-too-far`, `password-protected` (encrypted entries).
 */
export function inflateParts(bytes: Uint8Array): Parts {
  const directory = readZipDirectory(bytes)
  if (directory === null) return { problem: problem('damaged-file', { detail: 'zip directory not found' }) }
  const entries = directory.filter(entry => /\.(xml|rels)$/i.test(entry.name) && !UNREAD.test(entry.name))
  if (entries.some(entry => entry.encrypted)) return { problem: problem('password-protected') }
  if (expandsTooFar(entries)) return { problem: problem('expands-too-far', { limit: MAX_INFLATED_BYTES }) }
  const parts = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const part = inflateEntry(bytes, entry)
    if (part === null) return { problem: problem('damaged-file', { detail: entry.name }) }
    parts.set(entry.name, part)
  }
  return { parts }
}

function expandsTooFar(entries: readonly ZipEntry[]): boolean {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  return total > MAX_INFLATED_BYTES || (total > RATIO_COUNTS_FROM && total > packed * MAX_RATIO)
}

/** Null where the entry's data is cut off, does not inflate, or is not what the directory says: a changed digit counts. */
function inflateEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const packed = packedData(bytes, entry)
  const data = packed === null ? null : inflate(packed, entry)
  return data !== null && data.length === entry.size && crc32(data) === entry.checksum ? data : null
}

function packedData(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = entry.headerOffset
  if (at + LOCAL_HEADER_LENGTH > bytes.length || view.getUint32(at, true) !== LOCAL_HEADER) return null
  const start = at + LOCAL_HEADER_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.subarray(start, start + entry.compressedSize)
  return packed.length === entry.compressedSize ? packed : null
}

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array | null {
  if (entry.method === STORED) return packed
  if (entry.method !== DEFLATED) return null
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
  } catch {
    return null
  }
}
