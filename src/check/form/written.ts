import type { Span } from '../../contract/index.ts'
import type { Printed } from '../finding.ts'

/** Words of the document as a piece of an expression: on one line, without traces of markup. */
export const written = (text: string, { start, end }: Span): Printed => ({
  start,
  end,
  text: text
    .slice(start, end)
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim(),
  observation: null,
})
