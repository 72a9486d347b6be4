import type { ComponentChildren, TargetedMouseEvent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { warnBeforeUnload } from './ui/warn-before-unload.ts'

const MOVED = 'trichluc:moved'

export interface Address {
  readonly path: string
  readonly query: string
}

const here = (): Address => ({ path: location.pathname, query: location.search })

/** What would be lost by leaving the page. */
export interface Guard {
  /** Whether anything would be lost now. */
  readonly holds: () => boolean
  /** Asks whoever goes all the same. @param go shows the other page, unless something else would be lost by it */
  readonly ask: (go: () => void) => void
}

const guards = new Set<Guard>()
/** The address of the page that is shown, with its fragment. */
let shown = ''

const isShown = (path: string): boolean => path === new URL(shown, location.origin).pathname

/** The one that asks next before the page gives way to that of a path. */
const guardAgainst = (path: string): Guard | undefined =>
  isShown(path) ? undefined : [...guards].find(guard => guard.holds())

/**
 * Has somebody asked before the page gives way to another of this product; before it is left for elsewhere the browser asks.
 * @returns ends it
 */
export const guardLeaving = (guard: Guard): (() => void) => {
  const endWarning = warnBeforeUnload(guard.holds)
  guards.add(guard)
  return () => {
    guards.delete(guard)
    endWarning()
  }
}

/** Goes to an address of this product without loading the page anew. */
export const navigate = (address: string, how: 'push' | 'replace' = 'push'): void => {
  const guard = guardAgainst(new URL(address, location.href).pathname)
  if (guard !== undefined) {
    guard.ask(() => navigate(address, how))
    return
  }
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  dispatchEvent(new Event(MOVED))
}

/** Rewrites the address of the page that is shown, of which nothing is drawn. */
export const rewriteAddress = (address: string): void => {
  history.replaceState(null, '', address)
  shown = location.href
}

/** Path and query of the page; a change of the fragment alone does not count. */
export const useAddress = (): Address => {
  const [address, setAddress] = useState(here)
  useEffect(() => {
    const read = () => {
      shown = location.href
      setAddress(last => {
        const next = here()
        return next.path === last.path && next.query === last.query ? last : next
      })
    }
    const travelled = () => {
      const guard = guardAgainst(location.pathname)
      if (guard === undefined) return read()
      // The browser is there already: what is shown is put on top of it, so that going there is going back.
      history.pushState(null, '', shown)
      guard.ask(() => history.back())
    }
    read()
    addEventListener(MOVED, read)
    addEventListener('popstate', travelled)
    addEventListener('hashchange', read)
    return () => {
      removeEventListener(MOVED, read)
      removeEventListener('popstate', travelled)
      removeEventListener('hashchange', read)
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
