import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Archive } from '../../archive/archive.ts'
import { pauseAfter } from '../../backfill/pause.ts'
import type { Route } from '../app-context.ts'
import { BackfillParams, backfillNamed, presentProgress } from '../present-backfill.ts'
import { Bytes, LanguageQuery, problems } from '../responses.ts'

/** Milliseconds after which a silent stream says that it is there, so that no proxy closes it. */
const SILENCE = 15_000

const DONE = 'done'

/** `GET /v1/backfills/{id}/events`: how far it is, as it goes on. */
export const backfillEvents: Route = (app, { archive }) => {
  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())
  app.get(
    '/v1/backfills/:id/events',
    {
      schema: {
        operationId: 'backfillEvents',
        tags: ['backfills'],
        summary: 'Follow a backfill as server-sent events',
        description:
          'Each event, `progress` or in the end `done`, has the same object as `GET /v1/backfills/{id}` as its data: whole, so that nothing is missed by who connects again. After `done` the stream ends; who connects again with that as `Last-Event-ID` is answered with 204, by which browsers leave off.',
        params: BackfillParams,
        querystring: LanguageQuery,
        response: {
          200: { description: 'Events (WHATWG HTML, 9.2).', content: { 'text/event-stream': { schema: Bytes } } },
          204: { description: 'It is done, and the client knows it.', content: { 'text/plain': { schema: Bytes } } },
          ...problems('no-backfill'),
        },
      },
    },
    async (request, reply) => {
      const { id, state } = await backfillNamed(archive, request.params.id)
      if (state === 'done' && request.headers['last-event-id'] === DONE) return reply.code(204).send()
      return reply
        .type('text/event-stream; charset=utf-8')
        .header('x-accel-buffering', 'no')
        .send(Readable.from(events(archive, id, closing.signal)))
    },
  )
}

async function* events(archive: Archive, id: string, signal: AbortSignal): AsyncGenerator<string> {
  yield 'retry: 2000\n\n'
  let last = ''
  let said = performance.now()
  for (let ordinal = 1; !signal.aborted; ) {
    const begun = performance.now()
    const shown = await presentProgress(archive, await backfillNamed(archive, id))
    const data = JSON.stringify(shown)
    const done = shown.state === 'done'
    if (data !== last || done) {
      yield `id: ${done ? DONE : ordinal}\nevent: ${done ? DONE : 'progress'}\ndata: ${data}\n\n`
      if (done) return
      last = data
      ordinal++
      said = performance.now()
    } else if (performance.now() - said > SILENCE) {
      yield ':\n\n'
      said = performance.now()
    }
    await sleep(pauseAfter(performance.now() - begun), undefined, { signal, ref: false }).catch(() => {})
  }
}
