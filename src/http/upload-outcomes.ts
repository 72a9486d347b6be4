import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { holderOf } from '../archive/assignments.ts'
import { type Problem, ProblemError, problem } from '../problem.ts'
import type { AppContext } from './app-context.ts'
import { sendProblem } from './errors.ts'
import { cleanFileName } from './file-name.ts'
import { languageOf } from './language.ts'
import { pathOf } from './path-of.ts'
import { documentAddress, presentDocument } from './present-document.ts'
import { problemDetails } from './problem-details.ts'
import type { UploadAnswer, UploadOutcome } from './schemas.ts'

interface Refused {
  readonly file: string
  readonly problem: Problem
}

/** Takes files into the archive one after the other, and answers with what became of each. */
export function uploadOutcomes({ archive, config, metrics }: AppContext, request: FastifyRequest) {
  const language = languageOf(request.query, request.headers['accept-language'])
  const documents: UploadOutcome[] = []
  const refusals: Refused[] = []

  const refuse = (file: string, cause: Problem): void => {
    refusals.push({ file, problem: cause })
    documents.push({
      outcome: 'refused',
      file,
      problem: problemDetails(cause, language, pathOf(request)),
    })
    metrics.upload(cause.code)
    request.log.info({ outcome: cause.code }, 'upload')
  }

  return {
    /** A file that cannot be taken becomes an outcome; a request that breaks off throws, and an archive that cannot store. */
    async take(stream: Readable, name: string): Promise<void> {
      const file = cleanFileName(name)
      try {
        const { outcome, document } = await archive.add(stream, file, config.limits.maxBytes)
        const held = outcome === 'known' ? await holderOf(archive.db, document.id) : null
        documents.push({ outcome, file, document: presentDocument(document, held, language) })
        metrics.upload(outcome)
        request.log.info({ document: document.id, outcome }, 'upload')
      } catch (error) {
        // Where nothing can be stored, the other files of the request need not be tried.
        if (!(error instanceof ProblemError) || error.problem.code === 'cannot-store') throw error
        refuse(file, error.problem)
      }
    },

    /** 201 when a document is new, 200 when all are known, the problem when nothing was taken. */
    answer(reply: FastifyReply): FastifyReply {
      const [first] = refusals
      if (documents.length === 0) return sendProblem(request, reply, problem('no-file'))
      if (first !== undefined && refusals.length === documents.length) {
        const issues = documents.flatMap(each =>
          each.outcome === 'refused' ? [{ at: each.file, message: each.problem.detail }] : [],
        )
        return sendProblem(request, reply, first.problem, issues)
      }
      const taken = documents.flatMap(each => (each.outcome === 'refused' ? [] : [each]))
      const [only] = taken
      if (only !== undefined && taken.length === 1) reply.header('location', documentAddress(only.document.id))
      const body: UploadAnswer = { documents }
      return reply.code(taken.some(each => each.outcome === 'stored') ? 201 : 200).send(body)
    },
  }
}
