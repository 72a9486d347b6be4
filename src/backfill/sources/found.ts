import type { Readable } from 'node:stream'
import type { Problem } from '../../problem.ts'
import type { SkipReason } from './skip-reason.ts'

/** A file that may be a document. */
export interface SourceItem {
  readonly kind: 'item'
  /** As it was named, then the way to it, `!/` after each zip: `folder/a.zip!/b/c.docx`. Unique within one listing. */
  readonly path: string
  readonly bytes: number
  /** Whether it may be opened at any time; else only before the next item of the listing is asked for. */
  readonly lasting: boolean
  /**
   * Its bytes.
   * @throws ProblemError `unreadable-path`; the stream may end with it too, or with `damaged-file`
   */
  open(): Promise<Readable>
}

/** Something that was named or found and cannot be taken. Of a zip or a folder: the rest of it cannot. */
export interface Refused {
  readonly kind: 'refused'
  readonly path: string
  readonly problem: Problem
}

/** Something that was found and is left out because it is no document. */
export interface Skipped {
  readonly kind: 'skipped'
  readonly path: string
  readonly reason: SkipReason
}

/** Something that cannot be opened for now, with nothing wrong about it; it is tried again when the next is asked for. */
export interface Hindered {
  readonly kind: 'hindered'
  readonly path: string
  readonly problem: Problem
}

export type Found = SourceItem | Refused | Skipped | Hindered

export const refused = (path: string, problem: Problem): Refused => ({ kind: 'refused', path, problem })
export const hindered = (path: string, problem: Problem): Hindered => ({ kind: 'hindered', path, problem })
export const skipped = (path: string, reason: SkipReason): Skipped => ({ kind: 'skipped', path, reason })
