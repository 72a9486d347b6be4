import { useEffect, useRef, useState } from 'preact/hooks'

/** Browsers refuse addresses that are written too often, as a held key would. */
const ADDRESS_PAUSE_MS = 200

const inAddress = (): string | null => {
  try {
    return decodeURIComponent(location.hash.slice(1)) || null
  } catch {
    return null
  }
}

/** The selected record or flag, which stands in the address as its fragment (`#o17`, `#f3`). */
export const useSelection = (): readonly [selected: string | null, select: (id: string | null) => void] => {
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
      history.replaceState(null, '', `${location.pathname}${location.search}${fragment}`)
    }, ADDRESS_PAUSE_MS)
    return () => clearTimeout(pause)
  }, [selected])

  return [selected, select]
}
