import { z } from 'zod'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { UploadAnswer } from '../schemas.ts'
import { SentFile, sentFiles, unread } from '../sent-files.ts'
import { uploadOutcomes } from '../upload-outcomes.ts'

/** `POST /v1/documents`: takes one file or many. */
export const uploadDocuments: Route = (app, context) => {
  app.post(
    '/v1/documents',
    {
      config: { takesFiles: true },
      schema: {
        operationId: 'uploadDocuments',
        tags: ['documents'],
        summary: 'Store documents',
        description:
          'Stores one file or many. When this answers, original and record are on the disk; reading goes on afterwards: ask for the document until its state is final. The same bytes again give the document that is there; where reading it had failed, it is read anew.',
        consumes: ['multipart/form-data'],
        body: z.object({ file: z.array(SentFile).describe('One part for each file, of any name.') }),
        querystring: LanguageQuery,
        response: {
          200: UploadAnswer.describe('All files that were taken were known already.'),
          201: UploadAnswer.describe('At least one file is new in the archive.'),
          ...problems(
            'no-file',
            'cut-off',
            'cross-site',
            'too-large',
            'too-many-files',
            'empty-file',
            'not-multipart',
            'cannot-store',
            'server-busy',
          ),
        },
      },
      validatorCompiler: unread,
    },
    async (request, reply) => {
      const outcomes = uploadOutcomes(context, request)
      try {
        for await (const { stream, name } of sentFiles(request, context.config.limits.maxBytes)) {
          await outcomes.take(stream, name)
        }
      } finally {
        context.reading.wake()
      }
      return outcomes.answer(reply)
    },
  )
}
