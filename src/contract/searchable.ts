/**
 * A text as a search compares it: without diacritics and case, đ as d, runs of white space as one space.
 * `Kế hoạch  ĐỊNH HƯỚNG` → `ke hoach dinh huong`.
 */
export const searchable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim()
