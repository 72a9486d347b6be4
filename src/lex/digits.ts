/**
 * A number as written: digits with dots and commas between them. Scanners read a nought as the letter O, a one as l or I and
 * a five as S (`2O lớp`, `l5 HTX`, `25S`): beside digits, and with no other letter about, they are digits. A last l is a
 * litre, and 5S a method of work. For use in regular expressions with the flag `u`.
 */
export const NUMBER = String.raw`(?<![\p{L}\d])(?!5S)(?=[OlI]*\d|l[.,]\d{3})(?:[OlIS\d]+[.,])*[OlIS\d]*[OS\d](?![\p{L}\d]|[.,]\d)|\d+(?:[.,]\d+)*`

const DIGIT_FOR: Readonly<Record<string, string>> = { O: '0', l: '1', I: '1', S: '5' }

/** The number with digits in the place of letters that look like them; of the same length. */
export const withDigits = (written: string): string => written.replace(/[OlIS]/g, letter => DIGIT_FOR[letter] ?? letter)
