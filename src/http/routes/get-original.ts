import type { Route } from '../app-context.ts'
import { attachment } from '../file-name.ts'
import { Bytes, LanguageQuery, problems } from '../responses.ts'
import { DocumentParams, findDocument } from './find-document.ts'

/** `GET /v1/documents/{id}/original`: the file, byte for byte as it was uploaded. */
export const getOriginal: Route = (app, { archive }) => {
  app.get(
    '/v1/documents/:id/original',
    {
      schema: {
        operationId: 'getOriginal',
        tags: ['documents'],
        summary: 'Get the original file',
        params: DocumentParams,
        querystring: LanguageQuery,
        response: {
          200: {
            description: 'The file, as it was uploaded.',
            content: { 'application/octet-stream': { schema: Bytes } },
          },
          ...problems('not-found', 'original-missing', 'originals-away'),
        },
      },
    },
    async (request, reply) => {
      const document = await findDocument(archive, request.params.id)
      const stream = await archive.originalStream(document)
      // Saved, never shown: a file from outside must not run as a page of this server.
      return reply
        .type(document.mediaType ?? 'application/octet-stream')
        .header('content-length', document.bytes)
        .header('content-disposition', attachment(document.name))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(stream)
    },
  )
}
