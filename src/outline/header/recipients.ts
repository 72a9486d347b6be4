import type { Block } from '../block.ts'

/** The entries under Nơi nhận, without dashes and stops at their ends. */
export const readRecipients = (blocks: readonly Block[]): string[] => {
  const start = blocks.findIndex(block => block.element === 'recipients')
  if (start < 0) return []
  const entries: string[] = []
  for (const { element, content, zone, label } of blocks.slice(start)) {
    if (zone !== 'foot') break
    // Several entries on the line of the heading: `Nơi nhận: - Như trên; - Lưu: VT.`
    if (element === 'recipients') entries.push(...content.text.split(/(?:^|[;:.])\s*-\s+/u).slice(1))
    else if (element === 'recipient' && (label !== null || !/:$/.test(content.text))) entries.push(content.text)
  }
  return entries
    .map(entry =>
      entry
        .replace(/\s*[}{]\s*/gu, ' ')
        .replace(/[\s;.,]+$/u, '')
        .trim(),
    )
    .filter(entry => entry !== '')
}
