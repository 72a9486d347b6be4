import type { Decision, DecisionRequest, Records } from '../../../src/contract/index.ts'
import { corrected } from '../../../src/review/corrected.ts'
import { currentHeader } from '../../../src/review/current-header.ts'
import { UNREACHABLE } from '../../../src/web/api/failure.ts'
import type { Issue, ReviewCalls, Sent } from '../../../src/web/review/calls.ts'
import { NO_HEADER } from '../../support/extraction.ts'
import { observation } from './observation.ts'

/** A server of one document with the records a, b and c, as far as a desk sees it. */
export class DeskServer implements ReviewCalls {
  readonly batches: (readonly DecisionRequest[])[] = []
  decided: { who: string; request: DecisionRequest }[] = []
  /** What cannot be, by the record or flag. */
  readonly impossible = new Set<string>()
  down = false

  async records(): Promise<Records> {
    await this.#answer()
    const standing = this.#standing()
    const all = ['a', 'b', 'c'].map(id => {
      const own = standing.flatMap(({ request }) => ('record' in request && request.record === id ? [request] : []))
      const said = own.reduce(
        (record, request) => (request.kind === 'correct' ? corrected(record, request.changes) : record),
        observation(id),
      )
      const record = {
        ...{ ...said, support: 0, settledBy: own.length > 0 ? ('reviewer' as const) : ('machine' as const) },
        ...{ decision: null, machine: null, notes: [] },
      }
      return { record, rejected: own.some(({ kind }) => kind === 'reject') }
    })
    const of = (dropped: boolean) => all.filter(({ rejected }) => rejected === dropped).map(({ record }) => record)
    return {
      ...{ document: 'd', version: String(this.decided.length), engine: { version: '1', rules: 'r' } },
      header: currentHeader(NO_HEADER, []),
      ...{ records: of(false), rejected: of(true), detached: [], flags: [], notes: [], agenda: [] },
      progress: {
        ...{ records: 3, settled: all.filter(({ record }) => record.settledBy === 'reviewer').length },
        openFlags: { error: 0, warning: 0, note: 0 },
      },
    }
  }

  async recordsUnless(_: string, version: string): Promise<Records | null> {
    const records = await this.records()
    return records.version === version ? null : records
  }

  async decide(_: string, version: string, who: string, decisions: readonly DecisionRequest[]): Promise<Sent> {
    await this.#answer()
    this.batches.push(decisions)
    if (version !== String(this.decided.length)) {
      const changed = {
        version: String(this.decided.length),
        decisions: this.#history(Number(version)),
        reading: false,
      }
      return { is: 'stale', failure: { ...UNREACHABLE, code: 'stale-version' }, changed }
    }
    const issues = decisions.flatMap((request, i) => this.#issue(request, `/decisions/${i}`))
    if (issues.length > 0) return { is: 'refused', failure: UNREACHABLE, issues }
    const before = this.decided.length
    this.decided.push(...decisions.map(request => ({ who, request })))
    return { is: 'made', made: { version: String(this.decided.length), decisions: this.#history(before) } }
  }

  async history() {
    await this.#answer()
    const undone = this.decided.flatMap(({ request }) => (request.kind === 'undo' ? [request.decision] : []))
    return { version: String(this.decided.length), decisions: this.#history(), undone }
  }

  #standing() {
    const undone = new Set(
      this.decided.flatMap(({ request }) => (request.kind === 'undo' ? [Number(request.decision.slice(1)) - 1] : [])),
    )
    return this.decided.filter((_, i) => !undone.has(i))
  }

  #issue(request: DecisionRequest, at: string): Issue[] {
    const about = 'record' in request ? request.record : 'flag' in request ? request.flag : null
    if (request.kind === 'undo') {
      const target = this.decided[Number(request.decision.slice(1)) - 1]
      return target !== undefined && this.#standing().includes(target) ? [] : [{ at, message: 'already undone' }]
    }
    return about !== null && this.impossible.has(about) ? [{ at: `${at}/record`, message: `no ${about}` }] : []
  }

  #history(since = 0): Decision[] {
    return this.decided.slice(since).map(({ who, request }, i) => {
      const base = { id: `x${since + i + 1}`, who, kind: request.kind }
      const about = 'record' in request ? { anchor: { record: request.record } } : {}
      return { ...base, ...about, ...(request.kind === 'undo' ? { undoes: request.decision } : {}) } as Decision
    })
  }

  async #answer(): Promise<void> {
    await new Promise(resolve => setTimeout(resolve, 1))
    if (this.down) throw new Error('no way')
  }
}
