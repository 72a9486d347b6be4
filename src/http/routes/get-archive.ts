import { sizesOf } from '../../archive/sizes.ts'
import { ArchiveSizes } from '../../contract/index.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'

/** `GET /v1/archive`: what the archive takes on the disk. */
export const getArchive: Route = (app, { archive }) => {
  app.get(
    '/v1/archive',
    {
      schema: {
        operationId: 'getArchive',
        tags: ['operation'],
        summary: 'Get what the archive takes on the disk, in all and for each document',
        querystring: LanguageQuery,
        response: { 200: ArchiveSizes, ...problems() },
      },
    },
    () => sizesOf(archive.db),
  )
}
