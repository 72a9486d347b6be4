import type { Limits } from '../../extract.ts'
import { problem } from '../../problem.ts'
import type { ReadResult } from '../source-document.ts'

export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<ReadResult> {
  void bytes
  void limits
  return { ok: false, problem: problem('unsupported-type', { detected: 'application/pdf' }) }
}
