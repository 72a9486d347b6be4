import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useMemo, useRef, useState } from 'preact/hooks'
import { reviewerName } from '../../contract/reviewer-name.ts'
import { recall, remember } from '../storage.ts'
import { NameDialog } from './name-dialog.tsx'

const STORAGE_KEY = 'trichluc.reviewer'

interface Reviewer {
  /** Null as long as nobody has said who he is. */
  readonly name: string | null
  /** The name; asked for in a dialog where it is not known. Null: the dialog was left without an answer. */
  readonly identify: () => Promise<string | null>
  /** Asks for another name. */
  readonly change: () => Promise<string | null>
}

const nobody: Reviewer = { name: null, identify: async () => null, change: async () => null }
const Context = createContext(nobody)

/** Who decides: a name that goes with every decision. The server has no accounts (SECURITY.md). */
export const useReviewer = (): Reviewer => useContext(Context)

export function ReviewerProvider({ children }: { children: ComponentChildren }) {
  const [name, setName] = useState(() => reviewerName(recall(STORAGE_KEY) ?? '') || null)
  const [asking, setAsking] = useState(false)
  const waiting = useRef<((name: string | null) => void)[]>([])

  const change = useCallback(() => {
    setAsking(true)
    return new Promise<string | null>(resolve => waiting.current.push(resolve))
  }, [])
  const answer = (given: string | null) => {
    setAsking(false)
    if (given !== null) {
      remember(STORAGE_KEY, given)
      setName(given)
    }
    for (const resolve of waiting.current.splice(0)) resolve(given)
  }
  const reviewer = useMemo(
    (): Reviewer => ({ name, identify: () => (name === null ? change() : Promise.resolve(name)), change }),
    [name, change],
  )
  return (
    <Context.Provider value={reviewer}>
      {children}
      {asking && <NameDialog name={name} onAnswer={answer} />}
    </Context.Provider>
  )
}
