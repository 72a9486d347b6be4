import type { UploadAnswer, UploadOutcome } from '../../http/schemas.ts'
import { ApiError, failureOf, UNREACHABLE } from './failure.ts'

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/**
 * Sends one file. Not `fetch`, which does not tell how much of a body has left.
 * @param onProgress told the share that was sent, 0 to 1
 */
export const uploadFile = (file: File, onProgress: (share: number) => void): Promise<UploadOutcome> =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', '/v1/documents')
    xhr.upload.onprogress = event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    xhr.onerror = () => reject(new ApiError(UNREACHABLE))
    xhr.onload = () => {
      const body = parse(xhr.responseText)
      const outcome = xhr.status < 300 ? (body as UploadAnswer | null)?.documents[0] : undefined
      if (outcome === undefined) reject(new ApiError(failureOf(xhr.status, body)))
      else resolve(outcome)
    }
    const form = new FormData()
    form.append('file', file, file.name)
    xhr.send(form)
  })
