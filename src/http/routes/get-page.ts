import { Readable } from 'node:stream'
import { z } from 'zod'
import { ProblemError } from '../../problem.ts'
import { PICTURE_VERSION } from '../../scan-pages/page-pictures.ts'
import { LOST_ATTEMPTS } from '../../work/pool/lost-attempt.ts'
import type { Route } from '../app-context.ts'
import { Bytes, LanguageQuery, problems } from '../responses.ts'
import { etagOf, tagsOf } from '../review/etag.ts'
import { DocumentParams } from './find-document.ts'
import { findScan } from './find-scan.ts'

const PageParams = DocumentParams.extend({ page: z.coerce.number().int().min(1).describe('From 1.') })

/** `GET /v1/documents/{id}/pages/{page}`: a page of a scan as a picture. */
export const getPage: Route = (app, { archive, pictures, config }) => {
  app.get(
    '/v1/documents/:id/pages/:page',
    {
      schema: {
        operationId: 'getPage',
        tags: ['documents'],
        summary: 'Get a page of a scan as a picture',
        description:
          'A JPEG as the page is shown, made smaller where it is very large. Boxes of records are in points: shares of the size that `/pages` gives.',
        params: PageParams,
        querystring: LanguageQuery,
        response: {
          200: { description: 'The picture.', content: { 'image/jpeg': { schema: Bytes } } },
          304: z.null().describe('`If-None-Match` names the picture.'),
          ...problems(
            'not-found',
            'no-page-pictures',
            'no-such-page',
            'invalid-request',
            'damaged-file',
            'too-many-pixels',
            'original-missing',
            'originals-away',
            'original-damaged',
            ...LOST_ATTEMPTS,
            'reading-interrupted',
            'temporary-full',
          ),
        },
      },
    },
    async (request, reply) => {
      const { id, page } = request.params
      const document = await findScan(archive, id)
      const version = `${document.sha256.slice(0, 32)}-${page}-${PICTURE_VERSION}`
      // Kept by the browser, and asked for each time: the token may have changed.
      reply.header('etag', etagOf(version)).header('cache-control', 'private, no-cache')
      if (tagsOf(request.headers['if-none-match'], { weak: true }).includes(version)) return reply.code(304).send(null)
      const result = await pictures.draw(await archive.original(document), page, config.limits)
      if (!result.ok) {
        reply.removeHeader('etag').header('cache-control', 'no-store')
        throw new ProblemError(result.problem)
      }
      return reply
        .type('image/jpeg')
        .header('content-length', result.picture.length)
        .send(Readable.from([result.picture]))
    },
  )
}
