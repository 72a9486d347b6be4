import { differences } from './agreement.ts'
import type { Statement } from './attributes.ts'
import type { Found, Pairs } from './pairs.ts'
import { lineStart } from './place.ts'

const show = (o: Statement): string =>
  `${o.value ?? `${o.min}..${o.max}`} ${o.unit} ${o.measure} ${o.subject}/${o.indicator}/${o.sector ?? '-'} ` +
  `${o.comparator ?? 'eq'} per[${o.per ?? ''}] ${o.period} ${o.status}`

const around = (text: string, from: number, to: number): string => text.slice(from, to).replace(/\s+/g, ' ')

/**
 * The differences between gold and an extraction, in words: what was missed or differs, then what no gold stands for.
 * @param text the text that the offsets of both count in
 */
export const describeDifferences = (text: string, { pairs, spurious }: Pairs<Found>): string[] => [
  ...pairs.flatMap(({ gold, found }) => {
    const wrong = found ? differences(gold, found) : ['missed']
    if (wrong.length === 0) return []
    const from = Math.max(lineStart(text, gold.line), gold.start - 70)
    return [
      `- line ${gold.line} "${gold.n}" ${wrong.join(',')}\n    gold ${show(gold)}\n    got  ${found ? show(found) : '-'}\n` +
        `    …${around(text, from, gold.end + 50)}…`,
    ]
  }),
  ...spurious.map(f => `- spurious ${show(f)} at ${f.start}: …${around(text, Math.max(0, f.start - 60), f.end + 40)}…`),
]
