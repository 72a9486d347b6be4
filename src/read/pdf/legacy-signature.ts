/** Letters of TCVN3 (ABC) fonts as Latin-1 reads them; they hardly occur in other texts. */
const TCVN3 = /[®§µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË\u00ADªÐÌÎÏÑ«ÕÒÓÔÖ×¬]/gu

/** A vowel and, as a letter of its own, its mark: `hôïp taùc xaõ`. */
const VNI = /[aeouyôö][ùøûõïáàåãäéèúüë]/giu

/** Shares of the letters above which a text is in such a font. */
const TCVN3_SHARE = 0.06
const VNI_SHARE = 0.03

/** Whether a text was set in a font from before Unicode: it looks like garbage and is decoded later on. */
export function isLegacyText(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (/[\u1EA0-\u1EF9]/u.test(text) || letters === 0) return false
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  return count(TCVN3) > TCVN3_SHARE * letters || count(VNI) > VNI_SHARE * letters
}
