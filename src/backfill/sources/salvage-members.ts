import { parseExtraFields } from 'yauzl'
import type { ByteSource } from './byte-source.ts'
import type { ZipMember } from './zip-member.ts'

const HEADER = Buffer.from('PK\x03\x04', 'latin1')
const HEADER_LENGTH = 30
const DESCRIPTOR = Buffer.from('PK\x07\x08', 'latin1')
const DESCRIPTOR_LENGTH = 24

const FLAG_ENCRYPTED = 1
const FLAG_DESCRIPTOR = 8
const ZIP64 = 1
const IN_ZIP64 = 0xffff_ffff

const WINDOW = 64 * 1024

type Sizes = Pick<ZipMember, 'packed' | 'size' | 'checksum'>

/**
 * Lists a zip without its directory, from the local header before each entry (PKWARE APPNOTE 4.3.7), as far as entries are
 * whole. For zips that are cut off, as copies on old disks often are.
 */
export async function* salvageMembers(bytes: ByteSource): AsyncGenerator<ZipMember> {
  for (let at = await find(bytes, HEADER, 0); at !== null; ) {
    const member = await memberAt(bytes, at)
    if (member === null) return
    const end = (await member.dataStart()) + member.packed
    if (end > bytes.size) return
    yield member
    at = await find(bytes, HEADER, end)
  }
}

/** Null where the entry's end is not to be found. */
const memberAt = async (bytes: ByteSource, offset: number): Promise<ZipMember | null> => {
  const head = await bytes.read(offset, HEADER_LENGTH)
  if (head.length < HEADER_LENGTH) return null
  const nameLength = head.readUInt16LE(26)
  const names = await bytes.read(offset + HEADER_LENGTH, nameLength + head.readUInt16LE(28))
  const extraFields = extraFieldsOf(names.subarray(nameLength))
  const start = offset + HEADER_LENGTH + nameLength + head.readUInt16LE(28)
  const flags = head.readUInt16LE(6)
  const claimed = claimedSizes(head, extraFields)
  const sizes = (flags & FLAG_DESCRIPTOR) !== 0 && claimed.packed === 0 ? await describedSizes(bytes, start) : claimed
  if (sizes === null) return null
  return {
    rawName: names.subarray(0, nameLength),
    extraFields,
    method: head.readUInt16LE(8),
    encrypted: (flags & FLAG_ENCRYPTED) !== 0,
    link: false,
    ...sizes,
    offset,
    dataStart: async () => start,
  }
}

const extraFieldsOf = (data: Buffer): ZipMember['extraFields'] => {
  try {
    return parseExtraFields(data)
  } catch {
    return []
  }
}

const claimedSizes = (head: Buffer, extraFields: ZipMember['extraFields']): Sizes => {
  const checksum = head.readUInt32LE(14)
  const packed = head.readUInt32LE(18)
  const size = head.readUInt32LE(22)
  const wide = extraFields.find(({ id }) => id === ZIP64)?.data
  if (packed !== IN_ZIP64 || wide === undefined || wide.length < 16) return { packed, size, checksum }
  return { size: Number(wide.readBigUInt64LE(0)), packed: Number(wide.readBigUInt64LE(8)), checksum }
}

/** The sizes behind the data (APPNOTE 4.3.9): the first descriptor that stands as far from its start as it says. */
const describedSizes = async (bytes: ByteSource, start: number): Promise<Sizes | null> => {
  for (let at = await find(bytes, DESCRIPTOR, start); at !== null; at = await find(bytes, DESCRIPTOR, at + 4)) {
    const found = await bytes.read(at, DESCRIPTOR_LENGTH)
    if (found.length < 16 || found.readUInt32LE(8) !== at - start) continue
    // Sizes of eight bytes have the upper half of the packed one where the other would stand.
    const wide = found.length === DESCRIPTOR_LENGTH && found.readUInt32LE(12) === 0 && found.readUInt32LE(16) !== 0
    const isWide = wide && found.subarray(16, 18).toString('latin1') !== 'PK'
    return { checksum: found.readUInt32LE(4), packed: at - start, size: found.readUInt32LE(isWide ? 16 : 12) }
  }
  return null
}

/** The first place of a signature from an offset on. */
const find = async (bytes: ByteSource, signature: Buffer, from: number): Promise<number | null> => {
  for (let at = from; at < bytes.size; at += WINDOW) {
    const found = (await bytes.read(at, WINDOW + signature.length - 1)).indexOf(signature)
    if (found >= 0) return at + found
  }
  return null
}
