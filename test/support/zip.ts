import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** What goes into a zip: the name of each entry (`b/` for a folder) and its content. */
export type ZipContent = readonly (readonly [name: string, content: string | Buffer])[]

/** A real zip. @param compress deflated where true, else stored */
export async function zipOf(content: ZipContent, compress = true): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, data] of content) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name)
    else zip.addBuffer(Buffer.from(data as string), name, { compress })
  }
  zip.end()
  return await buffer(zip.outputStream)
}

/** The same as a packer writes it that does not know sizes beforehand: they stand behind the data, in eight bytes with zip64. */
export async function streamedZipOf(content: ZipContent, compress: boolean, zip64: boolean): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, data] of content) {
    const options = { compress, forceZip64Format: zip64 }
    zip.addReadStream(Readable.from([Buffer.from(data as string)]), name, options)
  }
  zip.end()
  return await buffer(zip.outputStream)
}

/** The zip with every occurrence of some bytes replaced by as many others: names that packers refuse to write. */
export function withBytes(zip: Buffer, from: string | Buffer, to: Buffer | string): Buffer {
  const [old, young] = [Buffer.from(from as string), Buffer.from(to as string)]
  if (old.length !== young.length) throw new Error(`${old.length} bytes cannot become ${young.length}`)
  const changed = Buffer.from(zip)
  let count = 0
  for (let at = changed.indexOf(old); at >= 0; at = changed.indexOf(old, at + old.length)) {
    young.copy(changed, at)
    count++
  }
  if (count === 0) throw new Error('the bytes are not there')
  return changed
}

const DIRECTORY_ENTRY = Buffer.from('PK\x01\x02', 'latin1')
const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1')

/** The zip with a field of two bytes changed in the headers of all entries. */
export function withField(zip: Buffer, field: 'flags' | 'method', change: (value: number) => number): Buffer {
  const changed = Buffer.from(zip)
  const places = field === 'flags' ? ([8, 6] as const) : ([10, 8] as const)
  for (const [signature, place] of [
    [DIRECTORY_ENTRY, places[0]],
    [LOCAL_HEADER, places[1]],
  ] as const) {
    for (let at = changed.indexOf(signature); at >= 0; at = changed.indexOf(signature, at + 4)) {
      changed.writeUInt16LE(change(changed.readUInt16LE(at + place)), at + place)
    }
  }
  return changed
}
