import type { DecisionRequest } from '../../../src/contract/index.ts'
import { Desk } from '../../../src/web/review/desk.ts'
import type { DeskState } from '../../../src/web/review/desk-state.ts'
import { DeskServer } from './desk-server.ts'

/** A desk before a server of its own, with its records there. */
export const opened = async () => {
  const server = new DeskServer()
  const states: DeskState[] = []
  const desk = new Desk('d', server, state => states.push(state))
  await desk.reload()
  return { server, desk, states, last: () => states.at(-1) as DeskState }
}

export const confirm = (record: string): DecisionRequest => ({ kind: 'confirm', record })
export const reject = (record: string): DecisionRequest => ({ kind: 'reject', record })
export const correct = (record: string, value: number): DecisionRequest => ({
  ...{ kind: 'correct', record, changes: { value } },
})
