import type { ComponentChildren, TargetedMouseEvent } from 'preact'
import { useEffect, useState } from 'preact/hooks'

const MOVED = 'trichluc:moved'

export interface Address {
  readonly path: string
  readonly query: string
}

const here = (): Address => ({ path: location.pathname, query: location.search })

/** Goes to an address of this product without loading the page anew. */
export const navigate = (address: string, how: 'push' | 'replace' = 'push'): void => {
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  dispatchEvent(new Event(MOVED))
}

/** Path and query of the page; a change of the fragment alone does not count. */
export const useAddress = (): Address => {
  const [address, setAddress] = useState(here)
  useEffect(() => {
    const read = () =>
      setAddress(last => {
        const next = here()
        return next.path === last.path && next.query === last.query ? last : next
      })
    addEventListener(MOVED, read)
    addEventListener('popstate', read)
    return () => {
      removeEventListener(MOVED, read)
      removeEventListener('popstate', read)
    }
  }, [])
  return address
}

interface LinkProps {
  readonly to: string
  readonly class?: string
  readonly current?: boolean
  readonly children: ComponentChildren
}

/** A real link: opened in a new tab it works as any other, clicked it stays in the page. */
export function Link({ to, class: className, current, children }: LinkProps) {
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a href={to} class={className} onClick={follow} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  )
}
