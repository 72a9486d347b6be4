import { crc32 } from 'node:zlib'

/**
 * Packs parts into a zip archive without compressing them (PKWARE APPNOTE 4.3): the form in which checked and amended parts
 * go to the .docx library, which takes nothing but an archive.
 */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, data] of parts) {
    const fileName = Buffer.from(name, 'utf8')
    const common = commonHeader(fileName, data)
    const local = Buffer.concat([signature(0x04034b50), common, fileName])
    directory.push(directoryEntry(common, fileName, offset))
    files.push(local, Buffer.from(data.buffer, data.byteOffset, data.byteLength))
    offset += local.length + data.length
  }
  const directoryBytes = Buffer.concat(directory)
  return Buffer.concat([...files, directoryBytes, endOfDirectory(parts.size, directoryBytes.length, offset)])
}

/** The fields that a file's own header and its directory entry share: version, flags (UTF-8 names), method, time, sizes. */
function commonHeader(fileName: Buffer, data: Uint8Array): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(0x0800, 2)
  header.writeUInt32LE(crc32(data), 10)
  header.writeUInt32LE(data.length, 14)
  header.writeUInt32LE(data.length, 18)
  header.writeUInt16LE(fileName.length, 22)
  return header
}

function directoryEntry(common: Buffer, fileName: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), common, rest, fileName])
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
