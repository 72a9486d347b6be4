/**
 * Words as they were typed, ready to be read or kept: composed (Windows’ own Vietnamese keyboard gives each tone as a character of its
 * own), and without blanks around them.
 */
export const typedWords = (typed: string): string => typed.normalize('NFC').trim()
