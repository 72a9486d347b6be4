const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Digits set above the line (`m²`, marks of footnotes) as the superscript characters of Unicode, which are no digits of a
 * number: a mark never runs into the number before it.
 */
export const raisedDigits = (text: string): string => text.replace(/\d/g, digit => RAISED[Number(digit)] ?? digit)
