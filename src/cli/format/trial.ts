import type { Trial } from '../../authoring/try-phrase.ts'
import { explanationText } from './explanation.ts'
import { padEnd, width } from './width.ts'

/** A sentence that was read on its own: its terms with their tags, then each number. */
export function trialText({ text, terms, explanations }: Trial): string {
  const columns = Math.max(0, ...terms.map(t => width(t.words.text)))
  const rows = terms.map(t => `  ${padEnd(t.words.text, columns)}  ${t.tags.map(tag => `#${tag}`).join(' ')}`.trimEnd())
  return [
    `${text}\n\n`,
    ...rows.map(row => `${row}\n`),
    '\n',
    ...explanations.map(e => explanationText('câu', e)),
  ].join('')
}
