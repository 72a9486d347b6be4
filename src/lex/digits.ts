/**
 * A number as written: digits with dots and commas between them. Scanners read a nought as the letter O and a one as l or I
 * (`2O lớp`, `l5 HTX`): beside a digit, and with no other letter about, they are digits. A last l is a litre. For use in
 * regular expressions with the flag `u`.
 */
export const NUMBER = String.raw`(?<![\p{L}\d])(?=[OlI]*\d|l[.,]\d{3})(?:[OlI\d]+[.,])*[OlI\d]*[O\d](?![\p{L}\d]|[.,]\d)|\d+(?:[.,]\d+)*`

const DIGIT_FOR: Readonly<Record<string, string>> = { O: '0', l: '1', I: '1' }

/** The number with digits in the place of letters that look like them; of the same length. */
export const withDigits = (written: string): string => written.replace(/[OlI]/g, letter => DIGIT_FOR[letter] ?? letter)
