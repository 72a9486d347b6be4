import type { Identity } from './identity.ts'

/** An identity that a document is held to. */
export interface Found {
  readonly identity: Identity
  /** Another reading of the same figures that comes out where this one does not. */
  readonly although: Identity | null
  /** Whether its figures may not belong together, so that it is wrong only where one slip explains that. */
  readonly weak?: boolean
  /** A sum over all rows of a table that are its parts, so that two of them may be alike. */
  readonly ofRows?: boolean
  /** How many other identities of the same kind come out: what shows that it is meant. Null where a rule says so. */
  readonly evidence?: { readonly holds: number; readonly of: number }
}
