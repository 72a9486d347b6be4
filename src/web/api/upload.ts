import type { BackfillProgress } from '../../http/backfill-schemas.ts'
import type { UploadAnswer, UploadOutcome } from '../../http/schemas.ts'
import { ApiError, failureOf, UNREACHABLE } from './failure.ts'

interface Sending {
  /** Told how many bytes have left. */
  readonly onProgress: (bytes: number) => void
  /** Breaks the sending off. */
  readonly signal: AbortSignal
}

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/**
 * Sends one file as a form. Not `fetch`, which does not tell how much of a body has left.
 * @throws {@link ApiError} what the server, or the way to it, had to say
 */
const send = (address: string, file: File, { onProgress, signal }: Sending): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', address)
    xhr.upload.onprogress = event => {
      // What is sent is the file with a little around it.
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * file.size))
    }
    xhr.onerror = () => reject(new ApiError(UNREACHABLE))
    xhr.onabort = () => reject(new DOMException('broken off', 'AbortError'))
    xhr.onload = () => {
      const body = parse(xhr.responseText)
      if (xhr.status < 300 && body !== null) resolve(body)
      else reject(new ApiError(failureOf(xhr.status, body)))
    }
    signal.addEventListener('abort', () => xhr.abort(), { once: true })
    const form = new FormData()
    form.append('file', file, file.name)
    xhr.send(form)
  })

/** Sends a document to the archive. */
export const uploadDocument = async (file: File, sending: Sending): Promise<UploadOutcome> => {
  const answer = (await send('/v1/documents', file, sending)) as Partial<UploadAnswer>
  const outcome = answer.documents?.[0]
  if (outcome === undefined) throw new ApiError(failureOf(200, null))
  return outcome
}

/** Sends a zip, whose files are then taken into the archive by a backfill. */
export const uploadZip = async (file: File, sending: Sending): Promise<BackfillProgress> =>
  (await send('/v1/backfills', file, sending)) as BackfillProgress
