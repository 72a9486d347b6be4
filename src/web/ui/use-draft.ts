import { useReducer } from 'preact/hooks'
import type { Draft } from './draft.ts'

/** @returns what is typed, and how to change it */
export const useDraft = <T>(draft: Draft<T>): readonly [typed: T, type: (typed: T) => void] => {
  const [, draw] = useReducer((times: number) => times + 1, 0)
  return [
    draft.current,
    typed => {
      draft.current = typed
      draw(undefined)
    },
  ]
}
