const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * The id of a document: the first 80 bits of its content's hash in Crockford's base 32, 16 characters. The same bytes
 * have the same id in every archive.
 * @param sha256 64 hex digits
 */
export function documentId(sha256: string): string {
  let bits = BigInt(`0x${sha256.slice(0, 20)}`)
  let id = ''
  for (let i = 0; i < 16; i++) {
    id = ALPHABET.charAt(Number(bits & 31n)) + id
    bits >>= 5n
  }
  return id
}
