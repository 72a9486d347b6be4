import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** The language of the model, as tesseract names it and its files. */
export const LANGUAGE = 'vie'

const PACKAGE = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'))

/** The folder with the packed model; both engines read the same one, so that they read the same text. */
export const PACKED_MODEL = join(PACKAGE, '4.0.0_best_int')

const FILE = `${LANGUAGE}.traineddata`

let unpacking: Promise<string> | null = null

/**
 * The folder with the model unpacked, as the native engine needs it. It is unpacked once into the user's cache, or where that
 * cannot be written into the folder for temporary files, and put in place whole: several processes may do so at once.
 * @param folders where it may be kept, in order
 * @throws the error of the last folder where none can be written
 */
export function unpackedModel(folders?: readonly string[]): Promise<string> {
  if (folders !== undefined) return unpackInto(folders)
  unpacking ??= unpackInto([join(homedir(), '.cache', 'trichluc'), join(tmpdir(), `trichluc-${userName()}`)]).catch(
    error => {
      unpacking = null
      throw error
    },
  )
  return unpacking
}

const userName = (): string => String(process.getuid?.() ?? 'user')

async function unpackInto(folders: readonly string[]): Promise<string> {
  const packed = await readFile(join(PACKED_MODEL, `${FILE}.gz`))
  const digest = createHash('sha256').update(packed).digest('hex').slice(0, 16)
  let failure: unknown = new Error('no folder for the model')
  for (const folder of folders) {
    try {
      return await unpack(packed, join(folder, `tessdata-${digest}`))
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

async function unpack(packed: Buffer, folder: string): Promise<string> {
  const file = join(folder, FILE)
  // RFC 1952: the last four bytes are the size of what was packed
  if ((await sizeOf(file)) === packed.readUInt32LE(packed.length - 4)) return folder
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const part = `${file}.${randomUUID()}`
  try {
    await writeFile(part, await promisify(gunzip)(packed))
    await rename(part, file)
  } finally {
    await rm(part, { force: true })
  }
  return folder
}

const sizeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ size }) => size,
    () => null,
  )
