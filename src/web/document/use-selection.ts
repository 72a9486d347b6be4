import { type Dispatch, type StateUpdater, useEffect, useRef, useState } from 'preact/hooks'
import { rewriteAddress } from '../router.tsx'
import { ADDRESS_PAUSE_MS } from './address-pause.ts'

const inAddress = (): string | null => {
  try {
    return decodeURIComponent(location.hash.slice(1)) || null
  } catch {
    return null
  }
}

/** The selected record or flag, which stands in the address as its fragment (`#o17`, `#f3`). */
export const useSelection = (): readonly [selected: string | null, select: Dispatch<StateUpdater<string | null>>] => {
  const [selected, select] = useState(inAddress)
  const first = useRef(true)

  useEffect(() => {
    const read = () => select(inAddress())
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])

  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const pause = setTimeout(() => {
      const fragment = selected === null ? '' : `#${encodeURIComponent(selected)}`
      rewriteAddress(`${location.pathname}${location.search}${fragment}`)
    }, ADDRESS_PAUSE_MS)
    return () => clearTimeout(pause)
  }, [selected])

  return [selected, select]
}
