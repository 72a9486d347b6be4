/** A place in the list of documents, which is ordered by time of receipt, then id. */
export interface Place {
  readonly received: string
  readonly id: string
}

/** A place as the opaque text that a client hands back. */
export const encodeCursor = (place: Place): string =>
  Buffer.from(`${place.received} ${place.id}`, 'utf8').toString('base64url')

/** The place of a cursor, or null where the text is no cursor of ours. */
export function decodeCursor(cursor: string): Place | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-z]{16})$/.exec(
    Buffer.from(cursor, 'base64url').toString('utf8'),
  )
  const [, received, id] = match ?? []
  return received === undefined || id === undefined ? null : { received, id }
}
