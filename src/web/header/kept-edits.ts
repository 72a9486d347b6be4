import { useState } from 'preact/hooks'
import type { HeaderFields } from '../../contract/index.ts'
import type { HeaderDraft } from './header-draft.ts'

/** What was typed into the editor of a header and is not saved. */
export interface HeaderEdits {
  readonly fields: Partial<HeaderDraft>
  readonly why: string
  /** The header as it stood when it was begun; null where nothing was typed. */
  readonly on: HeaderFields | null
}

export const NOTHING_EDITED: HeaderEdits = { fields: {}, why: '', on: null }

const keyOf = (document: string): string => `trichluc.header.${document}`

const isTexts = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every(each => typeof each === 'string')

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const read = (kept: string | null): HeaderEdits => {
  try {
    const { fields, why, on }: Partial<HeaderEdits> = JSON.parse(kept ?? '{}')
    return isTexts(fields) && typeof why === 'string' && isObject(on) ? { fields, why, on } : NOTHING_EDITED
  } catch {
    return NOTHING_EDITED
  }
}

export const isUnsaved = ({ fields }: HeaderEdits): boolean => Object.keys(fields).length > 0

/**
 * What was typed into the editor of a document’s header, kept in this tab until it is saved or discarded: whoever goes to another page,
 * or loads this one anew, finds it when he comes back. Where the browser forbids to keep anything, it lasts as long as the page.
 */
export const useKeptEdits = (document: string): readonly [edits: HeaderEdits, keep: (edits: HeaderEdits) => void] => {
  const [edits, setEdits] = useState(() => {
    try {
      return read(sessionStorage.getItem(keyOf(document)))
    } catch {
      return NOTHING_EDITED
    }
  })
  const keep = (next: HeaderEdits) => {
    setEdits(next)
    try {
      if (isUnsaved(next)) sessionStorage.setItem(keyOf(document), JSON.stringify(next))
      else sessionStorage.removeItem(keyOf(document))
    } catch {
      // As above.
    }
  }
  return [edits, keep]
}
