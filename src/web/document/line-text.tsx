import type { Line } from './ink.ts'

/** One line or cell: plain text, the numbers that are records (a click selects them), and those that nothing explains. */
export function LineText({ line, text }: { line: Line; text: string }) {
  return (
    <>
      {line.pieces.map(({ kind, start, end, records }) => {
        const words = text.slice(start, end)
        if (kind === 'plain') return words
        if (kind === 'unexplained') return <u key={start}>{words}</u>
        return (
          // Out of the tab order: thousands of stops would lock the keyboard in; J and K go through the records.
          // biome-ignore lint/a11y/useSemanticElements: as below
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a button element cannot break across lines as words do
          <mark key={start} role="button" tabIndex={-1} aria-pressed="false" data-records={records.join(' ')}>
            {words}
          </mark>
        )
      })}
    </>
  )
}
