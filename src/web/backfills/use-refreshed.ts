import { useEffect, useRef, useState } from 'preact/hooks'
import { type Failure, toFailure } from '../api/failure.ts'

/** Milliseconds between two questions, however often there is something new. */
const PAUSE_MS = 1500

const sleep = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

interface Refreshed<Answer> {
  /** The last answer to the question. */
  readonly answer: Answer | null
  readonly failure: Failure | null
  readonly again: () => void
}

/**
 * An answer of the server that is asked for again, one question at a time and after a pause, when what it depends on has changed.
 * @param question names what is asked: another question is asked at once
 * @param version changes with what the answer depends on
 */
export const useRefreshed = <Answer>(
  question: string,
  version: string,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Refreshed<Answer> => {
  const [held, setHeld] = useState<{ readonly question: string; readonly answer: Answer } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const asking = useRef(ask)
  asking.current = ask
  const want = useRef(() => {})

  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    let wanted = false
    let running = false
    let next = 0
    const run = async () => {
      running = true
      while (wanted && !signal.aborted) {
        await sleep(Math.max(0, next - performance.now()))
        if (signal.aborted) return
        wanted = false
        next = performance.now() + PAUSE_MS
        try {
          const answer = await asking.current(signal)
          if (signal.aborted) return
          setHeld({ question, answer })
          setFailure(null)
        } catch (error) {
          if (!signal.aborted) setFailure(toFailure(error))
        }
      }
      running = false
    }
    want.current = () => {
      wanted = true
      if (!running) void run()
    }
    return () => controller.abort()
  }, [question])

  useEffect(() => want.current(), [question, version])

  return { answer: held?.question === question ? held.answer : null, failure, again: () => want.current() }
}
