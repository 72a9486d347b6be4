import type { Reading } from '../api/reading.ts'

/** The reading that a page shows, and all names it is known by: it has another one after other checks. */
export interface KnownReading extends Pick<Reading, 'extraction'> {
  /** Null where the server does not name it. */
  readonly names: ReadonlySet<string> | null
}

/** The name of the reading that records of a version were made of. */
export const readingOf = (version: string): string => version.slice(version.indexOf('-') + 1)

/** Whether records of a version were made of another reading than the one that is shown. */
export const isOther = ({ names }: KnownReading, version: string): boolean =>
  names !== null && !names.has(readingOf(version))

/**
 * The reading of now, asked for since records came that were made of one by another name. Where it says the same as the one that is
 * shown, that one stays, and has one more name.
 */
export const readingNow = (
  shown: KnownReading | null,
  met: string | null,
  { extraction, name }: Reading,
): KnownReading => {
  const isSame = shown !== null && JSON.stringify(shown.extraction) === JSON.stringify(extraction)
  if (!isSame || name === null) return { extraction, names: name === null ? null : new Set([name]) }
  return {
    extraction: shown.extraction,
    names: new Set([...(shown.names ?? []), name, ...(met === null ? [] : [met])]),
  }
}
