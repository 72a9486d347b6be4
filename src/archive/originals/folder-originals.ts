import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '../durable.ts'
import { measured, missing, undamaged } from './measured.ts'
import type { Originals } from './originals.ts'

export interface FolderOptions {
  /** Other processes put originals there as well. */
  readonly shared: boolean
}

/** Milliseconds after which what an upload to a shared folder has left belongs to nobody. */
const ABANDONED = 24 * 60 * 60 * 1000

/** Bytes that are written to see whether more can be. */
const PROBE = 64 * 1024

const SHA256 = /^[0-9a-f]{64}$/

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Opens a folder of originals, makes it if there is none. Each lies under the hash of its content: `ab/abcdef…`. */
export async function folderOriginals(folder: string, { shared }: FolderOptions): Promise<Originals> {
  const incomingFolder = join(folder, 'incoming')
  await mkdir(incomingFolder, { recursive: true })
  await syncFolder(folder)

  const address = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)

  const found = (sha256: string) => (error: unknown) => {
    throw isMissing(error) ? missing(sha256) : error
  }

  const abandoned = async (path: string): Promise<boolean> =>
    !shared || Date.now() - (await stat(path)).mtimeMs > ABANDONED

  return {
    async receive(stream, maxBytes) {
      const at = join(incomingFolder, randomUUID())
      const file = await open(at, 'wx')
      try {
        const result = await measured(stream, maxBytes, async chunk => void (await file.writeFile(chunk)))
        await file.sync()
        await file.close()
        return { at, ...result }
      } catch (error) {
        await file.close()
        await rm(at, { force: true })
        throw error
      }
    },
    async keep({ at, sha256 }) {
      const to = address(sha256)
      if ((await mkdir(dirname(to), { recursive: true })) !== undefined) await syncFolder(folder)
      await rename(at, to)
      await syncFolder(dirname(to))
    },
    discard: ({ at }) => rm(at, { force: true }),
    read: async sha256 => undamaged(await readFile(address(sha256)).catch(found(sha256)), sha256),
    stream: async sha256 => (await open(address(sha256)).catch(found(sha256))).createReadStream(),
    file: sha256 => open(address(sha256)).catch(found(sha256)),
    async *list() {
      for (const part of (await readdir(folder)).filter(name => /^[0-9a-f]{2}$/.test(name)).sort()) {
    // Where its address was given, nothing lies there any more.
        for (const sha256 of (await readdir(join(folder, part))).filter(name => SHA256.test(name)).sort()) {
          yield { sha256, bytes: (await stat(address(sha256))).size }
        }
      }
    },
    async remove(sha256) {
      await rm(address(sha256), { force: true })
      await syncFolder(dirname(address(sha256)))
    },
    incoming: async () => (await readdir(incomingFolder)).length,
    async sweep() {
      let swept = 0
      for (const name of await readdir(incomingFolder)) {
        const path = join(incomingFolder, name)
        if (!(await abandoned(path).catch(() => false))) continue
        await rm(path, { force: true })
        swept++
      }
      return swept
    },
    async check() {
      // Written in full: on a full disk an empty file can still be made.
      const at = join(incomingFolder, randomUUID())
      try {
        await writeFile(at, Buffer.alloc(PROBE), { flush: true })
      } finally {
        await rm(at, { force: true })
      }
    },
  }
}
