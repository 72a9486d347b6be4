import { useCallback, useEffect, useState } from 'preact/hooks'
import type { CodeList } from '../../contract/index.ts'
import { type Failure, toFailure } from '../api/failure.ts'
import { readCodes } from '../api/review.ts'

let asked: Promise<CodeList> | null = null
let here: CodeList | null = null

/** Asked for once; a failure is not kept. */
const codes = (): Promise<CodeList> => {
  asked ??= readCodes().then(
    list => {
      here = list
      return list
    },
    (error: unknown) => {
      asked = null
      throw error
    },
  )
  return asked
}

export interface KnownCodes {
  /** Null until they are there. */
  readonly codes: CodeList | null
  /** Why they are not. */
  readonly failure: Failure | null
  /** Asks for them once more. */
  readonly retry: () => void
}

/** The codes that statements may use. */
export const useCodes = (): KnownCodes => {
  const [known, setKnown] = useState(here)
  const [failure, setFailure] = useState<Failure | null>(null)
  const ask = useCallback(() => {
    setFailure(null)
    codes().then(setKnown, (error: unknown) => setFailure(toFailure(error)))
  }, [])
  useEffect(ask, [ask])
  return { codes: known, failure, retry: ask }
}
