import { open } from 'node:fs/promises'

/** Puts a folder's entries on the disk: a file that was made or renamed in it survives a power cut after this. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open folders; NTFS journals renames by itself.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
