import { holdersOf } from '../../archive/assignments.ts'
import { decodeCursor } from '../../archive/cursor.ts'
import { ProblemError, problem } from '../../problem.ts'
import type { Route } from '../app-context.ts'
import { languageOf } from '../language.ts'
import { presentDocument } from '../present-document.ts'
import { problems } from '../responses.ts'
import { DocumentPage, ListQuery } from '../schemas.ts'

const placeOf = (cursor: string) => {
  const place = decodeCursor(cursor)
  if (place === null) {
    throw new ProblemError(
      problem('invalid-request', { vi: 'cursor: không phải của trang trước', en: 'cursor: not that of a page before' }),
    )
  }
  return place
}

/** `GET /v1/documents`: the archive, newest first. */
export const listDocuments: Route = (app, { archive }) => {
  app.get(
    '/v1/documents',
    {
      schema: {
        operationId: 'listDocuments',
        tags: ['documents'],
        summary: 'List documents, newest first',
        querystring: ListQuery,
        response: { 200: DocumentPage, ...problems('invalid-request') },
      },
    },
    async request => {
      const { cursor, limit, flagged, lang: _, ...filter } = request.query
      const language = languageOf(request.query, request.headers['accept-language'])
      const page = await archive.list(
        { ...filter, flagged: flagged === undefined ? undefined : flagged === 'true' },
        cursor === undefined ? null : placeOf(cursor),
        limit,
      )
      const holders = await holdersOf(
        archive.db,
        page.documents.map(({ id }) => id),
      )
      return {
        ...page,
        documents: page.documents.map(document => presentDocument(document, holders.get(document.id), language)),
      }
    },
  )
}
