import { z } from 'zod'
import type { Archive } from '../../archive/archive.ts'
import { storageFailed } from '../../archive/storage-failed.ts'
import type { Upload } from '../../backfill/backfill.ts'
import { createBackfill } from '../../backfill/ledger.ts'
import { removeUploads } from '../../backfill/remove-uploads.ts'
import { ProblemError, problem } from '../../problem.ts'
import type { Route } from '../app-context.ts'
import { BackfillProgress } from '../backfill-schemas.ts'
import { cleanFileName } from '../file-name.ts'
import { MAX_FILES } from '../limits.ts'
import { backfillAddress, presentProgress } from '../present-backfill.ts'
import { LanguageQuery, problems } from '../responses.ts'

const File = z.string().meta({ type: 'string', format: 'binary' })

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
        body: z.object({ file: z.array(File).describe('One part for each zip.') }),
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
      // The body is a stream that only the handler reads.
      validatorCompiler: () => value => ({ value }),
    },
    async (request, reply) => {
      if (!request.isMultipart()) {
        throw new ProblemError(problem('not-multipart', { type: request.headers['content-type'] ?? '–' }))
      }
      const { maxZipBytes } = config
      const files: Upload[] = []
      try {
        const parts = request.parts({
          limits: { fileSize: maxZipBytes + 1, files: MAX_FILES, fields: 20, fieldSize: 1024 },
        })
        for await (const part of parts) {
          if (part.type !== 'file') continue
          const incoming = await archive.originals.receive(part.file, maxZipBytes).catch(refusedZip(maxZipBytes))
          await archive.originals.keep(incoming).catch(storageFailed)
          const { sha256, bytes } = incoming
          files.push({ name: freeName(cleanFileName(part.filename.replaceAll('%22', '"')), files), sha256, bytes })
        }
        if (files.length === 0) throw new ProblemError(problem('no-file'))
      } catch (error) {
        await forget(archive, files)
        throw error
      }
      const backfill = await createBackfill(archive.db, { kind: 'uploads', files }, new Date().toISOString())
      request.log.info({ backfill: backfill.id, files: files.length }, 'backfill')
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
const freeName = (name: string, files: readonly Upload[]): string => {
  const taken = new Set(files.map(file => file.name))
  let free = name
  for (let n = 2; taken.has(free); n++) free = `${name}#${n}`
  return free
}

/** All is taken or nothing. */
const forget = async (archive: Archive, files: Upload[]): Promise<void> => {
  if (files.length > 0) await removeUploads(archive, { kind: 'uploads', files }).catch(() => {})
}
