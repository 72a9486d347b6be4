import type { Span } from '../contract/index.ts'
import type { Settled } from '../observe/history.ts'
import type { Accounted } from '../observe/observe.ts'
import type { Reading } from '../observe/reading.ts'
import type { Question, Watch } from '../observe/watch.ts'
import type { Block } from '../outline/block.ts'
import type { MappedText } from '../repair/mapped-text.ts'

/** What was seen of a stretch of a document while it was read. */
export interface Recording {
  /** Blocks that reach into the stretch. */
  readonly blocks: readonly Block[]
  readonly readings: readonly { readonly reading: Reading; readonly settled: readonly Settled[] }[]
  readonly questions: readonly Question[]
  /** What accounts for the stretch's numerals; the first that covers one wins. */
  readonly accounts: readonly Accounted[]
}

/** Keeps what is seen of one stretch of the text as read, and nothing of the rest of the document. */
export const record = (stretch: Span): { readonly watch: Watch; readonly recording: Recording } => {
  const touches = ({ start, end }: Span) => start < stretch.end && stretch.start < end
  const holds = ({ starts, ends }: MappedText) => touches({ start: starts[0] ?? 0, end: ends.at(-1) ?? 0 })
  const blocks: Block[] = []
  const readings: { reading: Reading; settled: readonly Settled[] }[] = []
  const questions: Question[] = []
  const accounts: Accounted[] = []
  return {
    recording: { blocks, readings, questions, accounts },
    watch: {
      outlined: all => {
        blocks.push(...all.filter(b => holds(b.content)))
      },
      asked: question => {
        if (holds(question.reading.content)) questions.push(question)
      },
      settled: (reading, settled) => {
        if (holds(reading.content)) readings.push({ reading, settled })
      },
      accounted: all => {
        accounts.push(...all.filter(touches))
      },
    },
  }
}
