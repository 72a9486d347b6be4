import { ReviewStatistics } from '../../contract/index.ts'
import { type RulePlace, rulePlacesIn } from '../../rules/rule-places.ts'
import { RULES_FOLDER } from '../../rules/rule-set.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { statisticsOf } from '../review/review-statistics.ts'

/** `GET /v1/review/statistics`: what is settled and open, and how often reviewers agree with each rule. */
export const reviewStatistics: Route = (app, { archive }) => {
  let places: ReadonlyMap<string, RulePlace> | null = null
  app.get(
    '/v1/review/statistics',
    {
      schema: {
        operationId: 'reviewStatistics',
        tags: ['review'],
        summary: 'Get what reviewers have settled, and how often they agree with each rule',
        description:
          'Counts are kept with every decision; what was undone does not count. A rule answers for the attribute that it gave; what no rule gave is counted by where it was taken from. Bounds hold with 95 % confidence (Wilson’s interval).',
        querystring: LanguageQuery,
        response: { 200: ReviewStatistics, ...problems() },
      },
    },
    async () => {
      places ??= rulePlacesIn(RULES_FOLDER)
      return await statisticsOf(archive.db, places)
    },
  )
}
