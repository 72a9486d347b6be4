import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import type { ByteSource } from './byte-source.ts'
import { ZipDamage, type ZipMember } from './zip-member.ts'

/** Of the external attributes, where the zip was made on a system with Unix modes (APPNOTE 4.4.2). */
const UNIX = 3
const MODE_TYPE = 0xf000
const MODE_LINK = 0xa000

/** Names are taken as bytes, so that yauzl neither guesses their encoding nor stops at an unsafe one. */
const OPTIONS = { decodeStrings: false, autoClose: false, validateEntrySizes: false } as const

class SourceReader extends RandomAccessReader {
  readonly #bytes: ByteSource

  constructor(bytes: ByteSource) {
    super()
    this.#bytes = bytes
  }

  override read(...[buffer, offset, length, position, callback]: Parameters<RandomAccessReader['read']>): void {
    this.#bytes.read(position, length).then(data => {
      data.copy(buffer, offset)
      callback(data.length < length ? new Error('the zip ends early') : null)
    }, callback)
  }
}

/**
 * Lists a zip by the directory at its end (PKWARE APPNOTE 4.3.12), one entry at a time; zip64 too. Nothing of the data is read.
 * @throws ZipDamage where there is no directory, or where it breaks off: what came before is good
 */
export async function* zipMembers(bytes: ByteSource): AsyncGenerator<ZipMember> {
  try {
    const zip = await fromRandomAccessReaderPromise(new SourceReader(bytes), bytes.size, OPTIONS)
    for await (const entry of zip.eachEntry()) yield memberOf(zip, entry)
  } catch (error) {
    throw new ZipDamage(error instanceof Error ? error.message : String(error))
  }
}

const memberOf = (zip: ZipFile, entry: Entry): ZipMember => ({
  // @types/yauzl has no form for undecoded names.
  rawName: entry.fileName as unknown as Buffer,
  extraFields: entry.extraFields,
  method: entry.compressionMethod,
  encrypted: entry.isEncrypted(),
  link: entry.versionMadeBy >> 8 === UNIX && ((entry.externalFileAttributes >>> 16) & MODE_TYPE) === MODE_LINK,
  packed: entry.compressedSize,
  size: entry.uncompressedSize,
  checksum: entry.crc32,
  offset: entry.relativeOffsetOfLocalHeader,
  async dataStart() {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    return fileDataStart
  },
})
