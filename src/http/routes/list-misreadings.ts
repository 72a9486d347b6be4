import { type FoundMisreading, listMisreadings as find } from '../../archive/misreadings.ts'
import {
  type Decision,
  type Misreading,
  MisreadingList,
  MisreadingQuery,
  type Observation,
} from '../../contract/index.ts'
import { attributeOf } from '../../review/misread.ts'
import type { Source } from '../../review/verdicts.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'

/** `GET /v1/review/misreadings`: the records that a rule misread, as reviewers say. */
export const listMisreadings: Route = (app, { archive }) => {
  app.get(
    '/v1/review/misreadings',
    {
      schema: {
        operationId: 'listMisreadings',
        tags: ['review'],
        summary: 'List the records that a rule misread',
        description:
          'Names a rule, or an origin, with its attribute as `GET /v1/review/statistics` gives it; `attribute=number&rule=INDICATOR` lists statistics that were missed.',
        querystring: LanguageQuery.extend(MisreadingQuery.shape),
        response: { 200: MisreadingList, ...problems('invalid-request') },
      },
    },
    async request => {
      const { attribute, origin = null, rule = null, limit } = request.query
      const found = await find(archive.db, { attribute, origin, rule }, limit)
      return { misreadings: found.flatMap(one => misreadingOf(one, attribute) ?? []) }
    },
  )
}

const misreadingOf = ({ document, decision }: FoundMisreading, attribute: Source['attribute']): Misreading | null => {
  if (!('machine' in decision)) return null
  const { anchor, machine, who, when } = decision
  const said = (o: Observation) => (attribute === 'number' ? o.indicator : attributeOf(o, attribute))
  return {
    document,
    record: anchor.record,
    quote: quoteOf(decision),
    read: machine === null ? null : said(machine),
    right: decision.kind === 'reject' ? null : said(decision.settled),
    ...{ who, when },
  }
}

/** The number as it is shown with its words. */
const quoteOf = (decision: Extract<Decision, { machine: unknown }>): string =>
  (decision.kind === 'reject' ? decision.replaced.observation : decision.settled).evidence.quote
