import { z } from 'zod'
import { storageFailed } from '../../archive/storage-failed.ts'
import type { Backfill } from '../../backfill/backfill.ts'
import { forgetUploads, type Received, takeUploads } from '../../backfill/take-uploads.ts'
import { ProblemError, problem } from '../../problem.ts'
import type { Route } from '../app-context.ts'
import { BackfillProgress } from '../backfill-schemas.ts'
import { cleanFileName } from '../file-name.ts'
import { backfillAddress, presentProgress } from '../present-backfill.ts'
import { LanguageQuery, problems } from '../responses.ts'
import { SentFile, sentFiles, unread } from '../sent-files.ts'

/** `POST /v1/backfills`: takes zips, whose files are then taken into the archive. */
export const uploadBackfill: Route = (app, { archive, backfills, config }) => {
  app.post(
    '/v1/backfills',
    {
      config: { takesFiles: true },
      schema: {
        operationId: 'uploadBackfill',
        tags: ['backfills'],
        summary: 'Take in the files of zips',
        description:
          'Takes one zip or several, zips within them too; other files are taken as they are. When this answers, what was sent is on the disk; its files are stored and read afterwards, behind single uploads, and a server that starts again goes on with them. Ask for the backfill, or listen to its events. Files that the archive knows are not stored again.',
        consumes: ['multipart/form-data'],
        body: z.object({ file: z.array(SentFile).describe('One part for each zip.') }),
        querystring: LanguageQuery,
        response: {
          202: BackfillProgress,
          ...problems(
            'no-file',
            'cut-off',
            'cross-site',
            'zip-too-large',
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
      const { maxZipBytes } = config
      const received: Received[] = []
      let backfill: Backfill
      try {
        for await (const { stream, name } of sentFiles(request, maxZipBytes)) {
          const incoming = await archive.originals.receive(stream, maxZipBytes).catch(refusedZip(maxZipBytes))
          received.push({ name: freeName(cleanFileName(name), received), incoming })
        }
        if (received.length === 0) throw new ProblemError(problem('no-file'))
        backfill = await takeUploads(archive, received, new Date().toISOString())
      } catch (error) {
        // All is taken or nothing.
        await forgetUploads(archive, received)
        throw error
      }
      request.log.info({ backfill: backfill.id, files: received.length }, 'backfill')
      backfills.wake()
      return reply
        .code(202)
        .header('location', backfillAddress(backfill.id))
        .send(await presentProgress(archive, backfill))
    },
  )
}

const refusedZip =
  (limit: number) =>
  (error: unknown): never => {
    if (error instanceof ProblemError && error.problem.code === 'too-large') {
      throw new ProblemError(problem('zip-too-large', { limit }))
    }
    return storageFailed(error)
  }

/** Paths begin with the names of the zips: two of one name are told apart. */
const freeName = (name: string, files: readonly Received[]): string => {
  const taken = new Set(files.map(file => file.name))
  let free = name
  for (let n = 2; taken.has(free); n++) free = `${name}#${n}`
  return free
}
