import { once } from 'node:events'

/** Resolves with the signal by which this process is asked to stop: SIGTERM, SIGINT. */
export async function askedToStop(): Promise<NodeJS.Signals> {
  const asked = new AbortController()
  const signals = ['SIGTERM', 'SIGINT'] as const
  return await Promise.race(
    signals.map(async signal => {
      await once(process, signal, { signal: asked.signal })
      return signal
    }),
  ).finally(() => asked.abort())
}

/** Ends the process after this time if an orderly stop has not. */
export const endAtLatest = (milliseconds: number): void => {
  setTimeout(() => process.exit(1), milliseconds).unref()
}
