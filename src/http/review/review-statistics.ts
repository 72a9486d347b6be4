import { agreementOf, missedOf } from '../../archive/agreement.ts'
import type { Database } from '../../archive/database/database.ts'
import { sampleOf } from '../../archive/review-queue.ts'
import { reviewSums } from '../../archive/review-sums.ts'
import type { ReviewStatistics } from '../../contract/index.ts'
import { sampleRate } from '../../review/sample.ts'
import type { RulePlace } from '../../rules/rule-places.ts'

/** What reviewers have done so far, from counts that are kept with every decision. */
export async function statisticsOf(db: Database, places: ReadonlyMap<string, RulePlace>): Promise<ReviewStatistics> {
  const { documents, records, settled, openErrors, openWarnings } = await reviewSums(db)
  const sample = await sampleOf(db)
  const agreement = await agreementOf(db)
  return {
    documents,
    records: { total: records, settled, open: Math.max(0, records - settled) },
    openFlags: { error: openErrors, warning: openWarnings },
    sample: sampleRate(sample.settled, sample.wrong),
    missed: (await missedOf(db)).sort((a, b) => b.missed - a.missed || (a.indicator < b.indicator ? -1 : 1)),
    rules: agreement
      .map(({ confirmed, corrected, rejected, ...source }) => ({
        ...source,
        place: source.rule === null ? null : (places.get(source.rule) ?? null),
        ...{ confirmed, corrected, rejected },
        wrong: sampleRate(confirmed + corrected + rejected, corrected + rejected),
      }))
      .sort((a, b) => b.wrong.low - a.wrong.low || b.wrong.settled - a.wrong.settled || inOrder(a, b)),
  }
}

type Named = Pick<ReviewStatistics['rules'][number], 'attribute' | 'origin' | 'rule'>

const inOrder = (a: Named, b: Named): number => (nameOf(a) < nameOf(b) ? -1 : 1)
const nameOf = ({ attribute, origin, rule }: Named): string => `${attribute} ${rule ?? ''} ${origin ?? ''}`
