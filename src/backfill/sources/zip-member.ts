import type { ExtraField } from 'yauzl'

/** One entry of a zip, as its directory or its local header tells. Sizes are claims until the data is read. */
export interface ZipMember {
  readonly rawName: Uint8Array
  readonly extraFields: readonly ExtraField[]
  /** PKWARE APPNOTE 4.4.5: 0 stored, 8 deflated. */
  readonly method: number
  readonly encrypted: boolean
  readonly link: boolean
  readonly packed: number
  readonly size: number
  readonly checksum: number
  /** Where its local header stands. */
  readonly offset: number
  /** Where its data begins. @throws where the local header is none */
  dataStart(): Promise<number>
}

export const STORED = 0
export const DEFLATED = 8

/** Says that a zip ends or breaks off before all that it claims to hold was listed. */
export class ZipDamage extends Error {}
