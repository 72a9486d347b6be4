/** How wide a text is in units of an average small letter; only the ratio of two texts means something. */
export function letterWidths(text: string): number {
  const narrow = text.match(/[ijltfrI.,;:()'\s]/g)?.length ?? 0
  const wide = text.match(/[\p{Lu}mw%–]/gu)?.length ?? 0
  return text.length - 0.4 * narrow + 0.4 * wide
}
