import { Readable } from 'node:stream'
import { recordsCsv } from '../../export/records-csv.ts'
import type { Route } from '../app-context.ts'
import { attachment } from '../file-name.ts'
import { Bytes, LanguageQuery, problems } from '../responses.ts'
import { DocumentParams, findDocument, withoutResult } from './find-document.ts'

/** `GET /v1/documents/{id}/records.csv`: the records of a document as they hold now, for spreadsheets. */
export const getRecordsCsv: Route = (app, { archive, review }) => {
  app.get(
    '/v1/documents/:id/records.csv',
    {
      schema: {
        operationId: 'getRecordsCsv',
        tags: ['review'],
        summary: 'Get the current records of a document as CSV',
        description:
          'The records of `/records`, one a row: corrected ones as they were corrected, added ones among them, rejected ones left out. `settled_by` says whether the machine or a reviewer has the last word, `decision` by which decision, `flags` which flags on it are open.',
        params: DocumentParams,
        querystring: LanguageQuery,
        response: {
          200: {
            description: 'One row a record (RFC 4180, UTF-8 with its mark).',
            content: { 'text/csv': { schema: Bytes } },
          },
          ...problems('not-found', 'not-extracted'),
        },
      },
    },
    async (request, reply) => {
      const document = await findDocument(archive, request.params.id)
      const records = await review.records(document.id)
      if (records === null) throw withoutResult(document)
      const { number, name } = document
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(`${fileStem(number ?? name.replace(/\.\w+$/, ''))}.csv`))
        .send(Readable.from(recordsCsv(number ?? name, records)))
    },
  )
}

/** `155/KH-UBND` as a part of a file's name, which holds no strokes. */
const fileStem = (text: string): string => text.replace(/[^\p{L}\p{N}.-]+/gu, '-')
