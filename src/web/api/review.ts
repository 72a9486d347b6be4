import type { Assignment, ChangedSince, CodeList, Explanation, Records, ReviewNext } from '../../contract/index.ts'
import type { ProblemDetails } from '../../http/schemas.ts'
import type { ReviewCalls } from '../review/calls.ts'
import { wholeHistory } from '../review/whole-history.ts'
import { oncePainted } from '../ui/once-painted.ts'
import { addressOf, asJson, read, request } from './client.ts'
import { ApiError, type Failure } from './failure.ts'

type Answer = Failure & Pick<ProblemDetails, 'issues'> & { readonly changed?: ChangedSince }

export const reviewCalls: ReviewCalls = {
  records: document => read(`${addressOf.document(document)}/records`),
  async recordsUnless(document, version) {
    const headers = { 'if-none-match': `"${version}"` }
    const response = await request(`${addressOf.document(document)}/records`, { headers })
    return response.status === 304 ? null : ((await response.json()) as Records)
  },
  history: document =>
    wholeHistory(after => read(`${addressOf.document(document)}/decisions?limit=1000&after=${after}`)),
  async decide(document, version, who, decisions) {
    const init = asJson('POST', { who, decisions })
    const headers = { ...init.headers, 'if-match': `"${version}"` }
    await oncePainted()
    try {
      return { is: 'made', made: await read(`${addressOf.document(document)}/decisions`, { ...init, headers }) }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      const failure = error.failure as Answer
      if (failure.code === 'stale-version' && failure.changed !== undefined)
        return { is: 'stale', failure, changed: failure.changed }
      // What is not of the right form cannot be any more than what the rules speak against.
      if (failure.code === 'decision-refused' || failure.code === 'invalid-request')
        return { is: 'refused', failure, issues: failure.issues ?? [] }
      throw error
    }
  },
}

export const readCodes = (): Promise<CodeList> => read('/v1/codes')

/** @param skip the documents that are passed over */
export const readNext = (who: string, skip: readonly string[]): Promise<ReviewNext> =>
  read(`/v1/review/next?${new URLSearchParams([['who', who], ...skip.map((id): [string, string] => ['skip', id])])}`)

export const takeDocument = (document: string, who: string): Promise<Assignment> =>
  read(`${addressOf.document(document)}/assignment`, asJson('POST', { who }))

export const releaseDocument = async (document: string, who: string): Promise<void> => {
  await request(`${addressOf.document(document)}/assignment?${new URLSearchParams({ who })}`, { method: 'DELETE' })
}

/** @param offset into the text as read, at a digit */
export const explainNumeral = (document: string, offset: number, signal: AbortSignal): Promise<Explanation> =>
  read(`${addressOf.document(document)}/explain?offset=${offset}`, { signal })
