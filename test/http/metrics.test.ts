import { expect, test } from 'vitest'
import { problem } from '../../src/problem.ts'
import { readAnything } from '../support/extraction.ts'
import { openApp, settled, TOKEN, upload } from './support.ts'

/** The value of a line of Prometheus' text format. */
const figure = (text: string, series: string): number | null => {
  const line = text.split('\n').find(each => each.startsWith(`${series} `))
  return line === undefined ? null : Number(line.slice(series.length + 1))
}

test('the metrics count documents by state, the queue, uploads, reading and requests', async () => {
  const { app } = await openApp({
    extract: async (bytes, name, limits) =>
      name === 'bad.txt'
        ? { ok: false, problem: problem('no-text') }
        : {
            ...(await readAnything(bytes, name, limits)),
            timings: { read: 2000, repair: 1, outline: 1, observe: 1, check: 1 },
          },
  })
  for (const name of ['a.txt', 'b.txt', 'bad.txt']) {
    await settled(app, (await upload(app, { [name]: name })).json().documents[0].document.id)
  }
  await upload(app, { 'a.txt': 'a.txt' })
  await upload(app, { 'empty.txt': '' })
  const answer = await app.inject('/metrics')
  expect(answer.headers['content-type']).toContain('text/plain; version=0.0.4')
  const text = answer.body
  expect(figure(text, 'trichluc_documents{state="done"}')).toBe(2)
  expect(figure(text, 'trichluc_documents{state="failed"}')).toBe(1)
  expect(figure(text, 'trichluc_documents{state="partial"}')).toBe(0)
  expect(figure(text, 'trichluc_queue_documents{place="waiting"}')).toBe(0)
  expect(figure(text, 'trichluc_uploads_total{outcome="stored"}')).toBe(3)
  expect(figure(text, 'trichluc_uploads_total{outcome="known"}')).toBe(1)
  expect(figure(text, 'trichluc_uploads_total{outcome="empty-file"}')).toBe(1)
  expect(figure(text, 'trichluc_reading_seconds_count{outcome="read"}')).toBe(2)
  expect(figure(text, 'trichluc_reading_seconds_count{outcome="no-text"}')).toBe(1)
  expect(figure(text, 'trichluc_stage_seconds_sum{stage="read"}')).toBe(4)
  expect(figure(text, 'trichluc_request_seconds_count{method="POST",route="/v1/documents",status="201"}')).toBe(3)
  expect(figure(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6)
})

test('the metrics have the memory of the processes that read, as it is when they are asked for', async () => {
  let held: readonly number[] = []
  const { app } = await openApp({ megabytes: () => held })
  const asked = async () => {
    const { body } = await app.inject('/metrics')
    return ['trichluc_readers', 'trichluc_readers_resident_memory_bytes'].map(series => figure(body, series))
  }
  expect(await asked()).toEqual([0, 0])
  held = [120, 80]
  expect(await asked()).toEqual([2, 200 * 2 ** 20])
})

test('with a token, the metrics ask for it', async () => {
  const { app } = await openApp({ environment: { TRICHLUC_TOKEN: TOKEN } })
  expect((await app.inject('/metrics')).statusCode).toBe(401)
  const authorization = `Bearer ${TOKEN}`
  expect((await app.inject({ url: '/metrics', headers: { authorization } })).statusCode).toBe(200)
})
