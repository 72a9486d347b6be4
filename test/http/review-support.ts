import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'
import { DecisionsMade, Records } from '../../src/contract/index.ts'
import { settled, upload } from './support.ts'

/** What a reviewer asks of one document over HTTP. */
export const reviewOf = (app: FastifyInstance, id: string) => {
  const records = async () => {
    const answer = await app.inject(`/v1/documents/${id}/records`)
    expect(answer.statusCode).toBe(200)
    const body = Records.parse(answer.json())
    expect(answer.headers.etag).toBe(`"${body.version}"`)
    return body
  }
  /** With `If-Match` as it is given. */
  const send = (ifMatch: string | null, decisions: readonly object[], who = 'Lan', query = '') =>
    app.inject({
      ...{ method: 'POST', url: `/v1/documents/${id}/decisions${query}`, payload: { who, decisions } },
      headers: ifMatch === null ? {} : { 'if-match': ifMatch },
    })
  /** On a version. */
  const decide = (version: string | null, decisions: readonly object[], who = 'Lan', query = '') =>
    send(version === null ? null : `"${version}"`, decisions, who, query)
  return {
    ...{ id, records, send, decide },
    /** On the version of now, which takes it. */
    async decideNow(...decisions: object[]) {
      const answer = await decide((await records()).version, decisions)
      expect(answer.statusCode).toBe(201)
      return DecisionsMade.parse(answer.json()).decisions
    },
  }
}

/** A text that is uploaded and read. */
export const reviewed = async (app: FastifyInstance, text: string, name = 'a.txt') => {
  const id: string = (await upload(app, { [name]: text })).json().documents[0].document.id
  await settled(app, id)
  return reviewOf(app, id)
}
