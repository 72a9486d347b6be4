import type { Span } from '../../../contract/index.ts'

interface WordsInPlaceProps {
  readonly text: string
  readonly span: Span
}

const CONTEXT = 40

/** Words of the text in their line, which tells them from the same words elsewhere. */
export function WordsInPlace({ text, span: { start, end } }: WordsInPlaceProps) {
  return (
    <>
      {text.slice(Math.max(0, start - CONTEXT), start).replace(/^.*\n/su, '')}
      <b>{text.slice(start, end)}</b>
      {text.slice(end, end + CONTEXT).replace(/\n.*$/su, '')}
    </>
  )
}
