import { z } from 'zod'
import { ProblemError, problem } from '../../problem.ts'
import type { Route } from '../app-context.ts'
import { MAX_FILES } from '../limits.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { UploadAnswer } from '../schemas.ts'
import { uploadOutcomes } from '../upload-outcomes.ts'

const File = z.string().meta({ type: 'string', format: 'binary' })

/** Browsers write the one character that a quoted name cannot hold as `%22` (HTML, multipart/form-data encoding). */
const unescapeName = (name: string): string => name.replaceAll('%22', '"')

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
        body: z.object({ file: z.array(File).describe('One part for each file, of any name.') }),
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
      // The body is a stream that only the handler reads.
      validatorCompiler: () => value => ({ value }),
    },
    async (request, reply) => {
      if (!request.isMultipart()) {
        throw new ProblemError(problem('not-multipart', { type: request.headers['content-type'] ?? '–' }))
      }
      const outcomes = uploadOutcomes(context, request)
      try {
        const parts = request.parts({
          // One byte more than is taken, so that a file of just the limit is told from a larger one.
          limits: { fileSize: context.config.limits.maxBytes + 1, files: MAX_FILES, fields: 20, fieldSize: 1024 },
        })
        for await (const part of parts) {
          if (part.type === 'file') await outcomes.take(part.file, unescapeName(part.filename))
        }
      } finally {
        context.reading.wake()
      }
      return outcomes.answer(reply)
    },
  )
}
