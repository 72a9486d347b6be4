import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DecisionRequest } from '../../../src/contract/index.ts'
import { Desk } from '../../../src/web/review/desk.ts'
import { type DeskState, NOTHING_KNOWN } from '../../../src/web/review/desk-state.ts'
import { DeskServer } from './desk-server.ts'

const RECORDS = ['a', 'b', 'c'] as const

type Step =
  | { readonly is: 'decide'; readonly record: string; readonly value: number | null }
  | { readonly is: 'colleague'; readonly record: string; readonly value: number }
  | { readonly is: 'impossible'; readonly record: string }
  | { readonly is: 'down' | 'up' | 'again' | 'reload' | 'insist' | 'wait' }

const record = fc.constantFrom(...RECORDS)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ is: fc.constant('decide' as const), record, value: fc.option(fc.nat(9)) }) },
  fc.record({ is: fc.constant('colleague' as const), record, value: fc.nat(9) }),
  fc.record({ is: fc.constant('impossible' as const), record }),
  { weight: 3, arbitrary: fc.record({ is: fc.constantFrom('down', 'up', 'again', 'reload', 'insist', 'wait') }) },
)

test('whatever happens, each decision is stored once or known to be given up, and never on what was not seen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async steps => {
      const server = new DeskServer()
      let state: DeskState = NOTHING_KNOWN
      const desk = new Desk('d', server, told => {
        state = told
      })
      await desk.reload()
      const asked: { request: DecisionRequest; stored: Promise<boolean> }[] = []
      const insisted = new Set<DecisionRequest>()
      /** What each decision was made on, as the page showed it. */
      const seen = new Map<DecisionRequest, number | undefined>()
      const figureOf = (id: string) => state.records?.records.find(each => each.id === id)?.value
      let colleagues = 0

      for (const each of steps) {
        if (each.is === 'decide') {
          const { record: id, value } = each
          const request: DecisionRequest =
            value === null ? { kind: 'confirm', record: id } : { kind: 'correct', record: id, changes: { value } }
          seen.set(request, figureOf(id))
          asked.push({ request, stored: desk.decide('Lan', [request]) })
        } else if (each.is === 'colleague') {
          if (server.down) continue
          const changes = { value: 100 + each.value }
          const version = String(server.decided.length)
          const sent = await server.decide('d', version, 'Minh', [{ kind: 'correct', record: each.record, changes }])
          if (sent.is === 'made') colleagues += 1
        } else if (each.is === 'impossible') server.impossible.add(each.record)
        else if (each.is === 'down' || each.is === 'up') server.down = each.is === 'down'
        else if (each.is === 'again') desk.sendAgain()
        else if (each.is === 'reload') desk.reload()
        else if (each.is === 'wait') await desk.idle()
        else
          for (const { key, request, because } of state.waiting) {
            if (because === 'overtaken') insisted.add(request)
            desk.insist(key)
          }
      }

      server.down = false
      await desk.idle()
      for (let tries = 0; tries < 10 && state.held !== null; tries++) await desk.sendAgain()
      expect(state.held).toBeNull()
      for (const { key } of state.waiting) await desk.drop(key)
      await desk.idle()
      expect(state.unsaved).toBe(0)

      const outcomes = await Promise.all(asked.map(({ stored }) => stored))
      const mine = server.decided.filter(({ who }) => who === 'Lan').map(({ request }) => request)
      expect(server.decided).toHaveLength(mine.length + colleagues)
      for (const [i, { request }] of asked.entries())
        expect(mine.filter(each => each === request)).toHaveLength(outcomes[i] ? 1 : 0)

      // Each was made on the figure that the page showed with it, or was insisted on.
      const values = new Map<string, number | undefined>(RECORDS.map(id => [id, 1559]))
      for (const { who, request } of server.decided) {
        if (!('record' in request) || request.record === null) continue
        if (who === 'Lan' && !insisted.has(request)) expect(values.get(request.record)).toBe(seen.get(request))
        if (request.kind === 'correct') values.set(request.record, request.changes.value)
      }
    }),
    { numRuns: 150 },
  )
})
