import { holderOf } from '../../archive/assignments.ts'
import type { Route } from '../app-context.ts'
import { languageOf } from '../language.ts'
import { presentDocument } from '../present-document.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { ArchivedDocument } from '../schemas.ts'
import { DocumentParams, findDocument } from './find-document.ts'

/** `GET /v1/documents/{id}`: one document, its state, and its problem if reading failed. */
export const getDocument: Route = (app, { archive }) => {
  app.get(
    '/v1/documents/:id',
    {
      schema: {
        operationId: 'getDocument',
        tags: ['documents'],
        summary: 'Get a document and its state',
        params: DocumentParams,
        querystring: LanguageQuery,
        response: { 200: ArchivedDocument, ...problems('not-found') },
      },
    },
    async request => {
      const language = languageOf(request.query, request.headers['accept-language'])
      const document = await findDocument(archive, request.params.id)
      return presentDocument(document, await holderOf(archive.db, document.id), language)
    },
  )
}
