import type { Finding } from '../finding.ts'
import type { FormDocument } from './form-document.ts'
import { periodMentions } from './period-mentions.ts'
import { written } from './written.ts'

/** Periods that end before they begin: `giai đoạn 2025-2020`. */
export const periodBackwards = ({ text }: Pick<FormDocument, 'text'>): Finding[] =>
  periodMentions(text)
    .filter(({ from, to }) => from > to)
    .map(mention => {
      const period = written(text, mention)
      return {
        check: 'period-backwards',
        severity: 'warning',
        expression: [period, `: ${mention.from} > ${mention.to}`],
        places: [],
        words: { period: period.text },
      }
    })
