import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ProblemError, problem } from '../../problem.ts'
import { syncFolder } from '../durable.ts'
import { addressIn } from './address-in.ts'
import { isMissing, measured, missing, undamaged } from './measured.ts'
import type { Originals } from './originals.ts'

export interface FolderOptions {
  /** Other processes put originals there as well. */
  readonly shared: boolean
  /** A file in it that is there while the folder is: a share that has come off looks like an empty folder. */
  readonly mark?: string
}

/** Milliseconds after which what an upload to a shared folder has left belongs to nobody. */
const ABANDONED = 24 * 60 * 60 * 1000

/** Bytes that are written to see whether more can be. */
const PROBE = 64 * 1024

const SHA256 = /^[0-9a-f]{64}$/

/** Opens a folder of originals, makes it if there is none. Each lies under the hash of its content. */
export async function folderOriginals(folder: string, { shared, mark }: FolderOptions): Promise<Originals> {
  const incomingFolder = join(folder, 'incoming')
  await mkdir(incomingFolder, { recursive: true })
  await syncFolder(folder)

  const address = (sha256: string) => addressIn(folder, sha256)

  const isOff = () => mark !== undefined && !existsSync(join(folder, mark))

  const found = (sha256: string) => (error: unknown) => {
    if (!isMissing(error)) throw error
    throw isOff() ? new ProblemError(problem('originals-away')) : missing(sha256)
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
    // Where its address was given, nothing lies there any more.
    discard: ({ at }) => rm(at, { force: true }),
    read: async sha256 => undamaged(await readFile(address(sha256)).catch(found(sha256)), sha256),
    stream: async sha256 => (await open(address(sha256)).catch(found(sha256))).createReadStream(),
    file: sha256 => open(address(sha256)).catch(found(sha256)),
    async *list() {
      for (const part of (await readdir(folder)).filter(name => /^[0-9a-f]{2}$/.test(name)).sort()) {
        for (const sha256 of (await readdir(join(folder, part))).filter(name => SHA256.test(name)).sort()) {
          yield { sha256, bytes: (await stat(address(sha256))).size }
        }
      }
    },
    async remove(sha256) {
      await rm(address(sha256), { force: true })
      // Of an original that was lost, its folder may not be there either.
      await syncFolder(dirname(address(sha256))).catch(error => {
        if (!isMissing(error)) throw error
      })
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
