import type { Failure } from '../api/failure.ts'
import { TEXTS } from '../texts.ts'

/** Why a dropped folder is not sent. */
export const FOLDER: Failure = {
  code: 'folder',
  titles: TEXTS['upload.folder.title'],
  cause: TEXTS['upload.folder.cause'],
  cure: TEXTS['upload.folder.cure'],
}
