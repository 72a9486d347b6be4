import type { Bilingual, Message } from '../contract/index.ts'
import type { EditedText } from './edits.ts'

/** So many examples of a repair are named. */
const EXAMPLES = 5

/** What a repair of one kind is called, and what is said of it. */
export interface RepairKind {
  /** How many examples are named, where it is not a few. */
  readonly examples?: number
  readonly code: string
  readonly level: Message['level']
  /** What was done; `{count}` and `{examples}` are filled in. */
  readonly text: Bilingual
}

/** One message for all that one kind of repair did, with its first examples in both forms. */
export const repairMessage = (
  { code, level, text, examples: most = EXAMPLES }: RepairKind,
  edited: EditedText,
): Message => {
  const words = wordsOf(edited)
  const examples = [...new Set(words.map(({ from, to }) => `${from} → ${to}`))].slice(0, most).join(', ')
  const fill = (template: string) => template.replace('{count}', String(words.length)).replace('{examples}', examples)
  return { level, code, text: { vi: fill(text.vi), en: fill(text.en) } }
}

const isInWord = (char: string): boolean => char !== '' && !/[\s\d,;:()"]/.test(char)

/** The words that edits changed, whole, in both forms. */
const wordsOf = ({ source, text, made }: EditedText): { from: string; to: string }[] => {
  const words: { from: string; to: string }[] = []
  for (let i = 0; i < made.length; i++) {
    const first = made[i]
    if (!first) break
    let { start, from, end, to } = first
    while (isInWord(source.charAt(start - 1))) {
      start--
      from--
    }
    for (let next = made[i + 1]; next?.start === end || isInWord(source.charAt(end)); next = made[i + 1]) {
      if (next?.start === end) {
        end = next.end
        to = next.to
        i++
      } else {
        end++
        to++
      }
    }
    words.push({ from: source.slice(start, end).trim(), to: text.slice(from, to).trim() })
  }
  return words
}
