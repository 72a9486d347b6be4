/** Characters of the codes 80 to FF (IBM code page 437), in which zips keep names that are not marked as UTF-8. */
const UPPER =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0'

const CODES = new Map(Array.from(UPPER, (char, i) => [char, 0x80 + i]))

/** Signs that only a wrong reading by this code page puts into names. */
const TELLING = /[₧⌐░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ΓπΣσΦΘδ∞φε∩≡≥≤⌠⌡≈√ⁿ■]/

/**
 * The bytes that a text stands for where they were read as code page 437.
 * @returns null where the text holds a character that the code page does not have, or none that tells it
 */
export function cp437Bytes(text: string): Uint8Array | null {
  if (!TELLING.test(text)) return null
  const bytes: number[] = []
  for (const char of text) {
    const code = char.charCodeAt(0)
    const byte = code < 0x80 ? code : CODES.get(char)
    if (byte === undefined) return null
    bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}
