import { type Dispatch, type StateUpdater, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { rewriteAddress } from '../router.tsx'
import { ADDRESS_PAUSE_MS } from './address-pause.ts'

const selectedIn = (address: string): string | null => {
  try {
    return decodeURIComponent(new URL(address).hash.slice(1)) || null
  } catch {
    return null
  }
}

/** The selected record or flag, which stands in the address as its fragment (`#o17`, `#f3`). */
export const useSelection = (): readonly [selected: string | null, select: Dispatch<StateUpdater<string | null>>] => {
  const [selected, select] = useState(() => selectedIn(location.href))
  const first = useRef(true)

  useLayoutEffect(() => {
    const read = ({ newURL }: HashChangeEvent) => select(selectedIn(newURL))
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])

  // Ended with the page: after that the address is another's.
  useLayoutEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const { hash } = location
    const pause = setTimeout(() => {
      // Whoever has followed a link meanwhile goes where it leads: what was selected before does not overwrite it.
      if (location.hash !== hash) return
      const fragment = selected === null ? '' : `#${encodeURIComponent(selected)}`
      rewriteAddress(`${location.pathname}${location.search}${fragment}`)
    }, ADDRESS_PAUSE_MS)
    return () => clearTimeout(pause)
  }, [selected])

  return [selected, select]
}
