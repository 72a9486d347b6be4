import { z } from 'zod'
import { Reviewer, ReviewNext } from '../../contract/index.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { nextToReview } from '../review/next-to-review.ts'
import { DocumentId } from '../schemas.ts'

const Query = LanguageQuery.extend({
  who: Reviewer,
  skip: z
    .union([z.string().transform(id => [id]), z.array(z.string())])
    .pipe(z.array(DocumentId).max(100))
    .default([])
    .describe('Documents that are passed over.'),
})

/** `GET /v1/review/next`: what is best reviewed next. */
export const nextReview: Route = (app, { archive, review }) => {
  app.get(
    '/v1/review/next',
    {
      schema: {
        operationId: 'nextReview',
        tags: ['review'],
        summary: 'Get what is to be reviewed next',
        description:
          'The document that is worth most to look at: with errors, then with settled records of which the machine says something else since, then with doubtful records, then of a layout that nobody has seen; one in ten is taken at random, for the records of the random sample in it. What others have taken is left out. `records` are those to look at, the likeliest wrong first. It is not taken by this: see `assignment`.',
        querystring: Query,
        response: { 200: ReviewNext, ...problems('invalid-request') },
      },
    },
    async request =>
      nextToReview({ db: archive.db, review, log: app.log }, { who: request.query.who, skip: request.query.skip }),
  )
}
