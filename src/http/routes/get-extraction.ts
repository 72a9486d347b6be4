import { Extraction } from '../../contract/index.ts'
import { parseVersion } from '../../review/version.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { etagOf } from '../review/etag.ts'
import { DocumentParams, findDocument, withoutResult } from './find-document.ts'

/** `GET /v1/documents/{id}/extraction`: everything that was read, as `trichluc extract` prints it. */
export const getExtraction: Route = (app, { archive, review }) => {
  app.get(
    '/v1/documents/:id/extraction',
    {
      schema: {
        operationId: 'getExtraction',
        tags: ['documents'],
        summary: 'Get the statistics of a document as the machine read them',
        description:
          'The same object as `trichluc extract FILE --format json`. Offsets are UTF-16 offsets into `text`. Decisions of reviewers are not in it: see `/records`. The ETag is the part behind the hyphen of the version of `/records` that were made of this reading.',
        params: DocumentParams,
        querystring: LanguageQuery,
        response: { 200: Extraction, ...problems('not-found', 'not-extracted') },
      },
    },
    async (request, reply) => {
      const document = await findDocument(archive, request.params.id)
      // Before the extraction: where another is stored in between, its answer has a name that its records do not have.
      const version = await review.version(document.id)
      const extraction = await archive.extraction(document.id)
      if (extraction === null) throw withoutResult(document)
      const reading = parseVersion(version ?? '')?.reading
      if (reading !== undefined) reply.header('etag', etagOf(reading))
      // It was checked when it was made; to check a megabyte again for every answer would only cost time.
      return reply
        .type('application/json; charset=utf-8')
        .serializer(payload => JSON.stringify(payload))
        .send(extraction)
    },
  )
}
