import { ProblemError } from '../../problem.ts'
import { LOST_ATTEMPTS } from '../../work/pool/lost-attempt.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { ScanPages } from '../schemas.ts'
import { DocumentParams } from './find-document.ts'
import { findScan } from './find-scan.ts'

/** `GET /v1/documents/{id}/pages`: the size of each page of a scan. */
export const getPages: Route = (app, { archive, pictures, config }) => {
  app.get(
    '/v1/documents/:id/pages',
    {
      schema: {
        operationId: 'getPages',
        tags: ['documents'],
        summary: 'Get the sizes of the pages of a scan',
        params: DocumentParams,
        querystring: LanguageQuery,
        response: {
          200: ScanPages,
          ...problems(
            'not-found',
            'no-page-pictures',
            'damaged-file',
            'too-many-pages',
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
    async request => {
      const document = await findScan(archive, request.params.id)
      const result = await pictures.measure(await archive.original(document), config.limits)
      if (!result.ok) throw new ProblemError(result.problem)
      return { pages: [...result.pages] }
    },
  )
}
