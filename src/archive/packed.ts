import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/**
 * A text as it is stored: packed, in UTF-16, so that every unit that an offset counts comes back as it was — PostgreSQL's text
 * holds neither U+0000 nor half a surrogate pair.
 */
export const packText = (text: string): Promise<Buffer> => compress(Buffer.from(text, 'utf16le'))

export const unpackText = async (packed: Uint8Array): Promise<string> => (await expand(packed)).toString('utf16le')

/** A value of JSON as it is stored. */
export const packJson = (value: unknown): Promise<Buffer> => compress(JSON.stringify(value))

export const unpackJson = async (packed: Uint8Array): Promise<unknown> =>
  JSON.parse((await expand(packed)).toString('utf8'))
