import type { Status } from '../../contract/index.ts'
import { EVERYTHING, type RecordFilter, SHOWN, type Shown } from './record-filter.ts'

const STATUSES = ['actual', 'estimate', 'target'] as const satisfies readonly Status[]

/** @param query of the page’s address; what is no filter in it filters nothing */
export const filterIn = (query: string): RecordFilter => {
  const parameters = new URLSearchParams(query)
  const show = parameters.get('show')
  return {
    words: parameters.get('words') ?? EVERYTHING.words,
    status: STATUSES.find(status => status === parameters.get('status')) ?? EVERYTHING.status,
    show: show !== null && Object.hasOwn(SHOWN, show) ? (show as Shown) : EVERYTHING.show,
  }
}

/** `?words=hop+tac&status=target&show=flagged`; empty where nothing is filtered. */
export const queryFor = ({ words, status, show }: RecordFilter): string => {
  const set = Object.entries({ words: words.trim(), status, show }).filter(
    ([, value]) => value !== null && value !== '',
  )
  return set.length === 0 ? '' : `?${new URLSearchParams(set as [string, string][])}`
}
