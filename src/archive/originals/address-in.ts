import { join } from 'node:path'

/** Where an original lies in a folder of originals: `ab/abcdef…`. */
export const addressIn = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
