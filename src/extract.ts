import type { Extraction } from './contract/index.ts'
import type { Problem } from './problem.ts'

/** Limits on one document; what exceeds them is refused with a problem that names the limit. */
export interface Limits {
  readonly maxBytes: number
  readonly maxPages: number
  /** UTF-16 units of text. */
  readonly maxCharacters: number
}

export const DEFAULT_LIMITS: Limits = { maxBytes: 50 * 1024 * 1024, maxPages: 2_000, maxCharacters: 20_000_000 }

export type ExtractResult =
  | { readonly ok: true; readonly extraction: Extraction }
  | { readonly ok: false; readonly problem: Problem }

/**
 * The whole journey of one document: bytes in, records out.
 * @param bytes the file's content; its type is told from the bytes, never from the name
 * @param name the file's name, kept in the record only
 */
export async function extract(
  bytes: Uint8Array,
  name: string,
  limits: Limits = DEFAULT_LIMITS,
): Promise<ExtractResult> {
  void bytes
  void name
  void limits
  return { ok: false, problem: { code: 'internal', details: { incident: 'not wired yet' } } }
}
