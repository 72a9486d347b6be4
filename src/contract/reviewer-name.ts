/** A reviewer's name in one form, whatever keyboard wrote it: composed letters (NFC), single blanks, none around it. */
export const reviewerName = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
