import { DraftRequest, DraftWritten } from '../../contract/index.ts'
import type { Draft } from '../../drafts/draft.ts'
import { draftName, writeDraft } from '../../drafts/draft-folder.ts'
import { draftYaml } from '../../drafts/draft-yaml.ts'
import type { NoDraft } from '../../drafts/make-draft.ts'
import { type ProblemCode, ProblemError, problem } from '../../problem.ts'
import type { Route } from '../app-context.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { DocumentParams, findDocument, withoutResult } from './find-document.ts'

const REFUSED: Readonly<Record<NoDraft, ProblemCode>> = {
  'no-words': 'draft-no-words',
  'own-figure': 'draft-own-figure',
  'reads-right': 'draft-reads-right',
}

/** `POST /v1/documents/{id}/drafts`: writes what a reviewer has settled as an example for authors of rules. */
export const draftExample: Route = (app, { archive, config, review, reviewRules }) => {
  app.post(
    '/v1/documents/:id/drafts',
    {
      schema: {
        operationId: 'draftExample',
        tags: ['review'],
        summary: 'Make an example for the rules of a settled record',
        description:
          'Writes the place of the record, with what it needs to be read alone, and the record as the reviewer settled it into a file of the folder TRICHLUC_DRAFTS. `trichluc rules check` shows it failing until the rules read it. The same record again writes the same file.',
        params: DocumentParams,
        querystring: LanguageQuery,
        body: DraftRequest,
        response: {
          200: DraftWritten.describe('The file was there and is written anew.'),
          201: DraftWritten,
          ...problems(
            'invalid-request',
            'cross-site',
            'not-found',
            'not-extracted',
            'draft-not-settled',
            'draft-reads-right',
            'draft-own-figure',
            'draft-no-words',
            'cannot-write-draft',
          ),
        },
      },
    },
    async (request, reply) => {
      const document = await findDocument(archive, request.params.id)
      const { who, record } = request.body
      const settled = await review.settled(document.id, record)
      if (settled === null) throw withoutResult(document)
      if (settled === 'not-settled') throw new ProblemError(problem('draft-not-settled', { record }))
      const { first, ...of } = settled
      const made = await (await reviewRules()).draft({ ...of, draftedBy: who })
      if (!made.ok) throw new ProblemError(problem(REFUSED[made.why], { record }))
      const yaml = draftYaml(made.draft)
      const { path, created } = await writeDraft(config.drafts, draftName(document.id, first), yaml)
      return reply.code(created ? 201 : 200).send({ path, yaml, rules: rulesOf(made.draft) })
    },
  )
}

const rulesOf = ({ misread }: Draft): string[] => [...new Set(misread.flatMap(({ rule }) => rule ?? []))]
