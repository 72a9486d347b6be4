import type { RefObject } from 'preact'
import { flushSync } from 'preact/compat'
import { useEffect, useState } from 'preact/hooks'

/** How far from its scrolled pane, in heights of the pane, something counts as near. */
const MARGIN = '100% 0px'

/**
 * Whether an element is in sight of the pane that it scrolls in, or not far from it. On paper everything is.
 * @returns near, and how high the element was when it was drawn last, in px; null where it never was
 */
export const useNear = (element: RefObject<HTMLElement | null>): readonly [near: boolean, height: number | null] => {
  const [near, setNear] = useState(false)
  const [height, setHeight] = useState<number | null>(null)
  useEffect(() => {
    const { current } = element
    if (current === null) return
    const root = current.closest<HTMLElement>('.records')
    const watch = new IntersectionObserver(
      entries => {
        const last = entries.at(-1)
        if (last === undefined) return
        if (!last.isIntersecting && current.querySelector('.not-drawn') === null) setHeight(current.offsetHeight)
        setNear(last.isIntersecting)
      },
      { root, rootMargin: MARGIN },
    )
    watch.observe(current)
    const draw = () => flushSync(() => setNear(true))
    addEventListener('beforeprint', draw)
    return () => {
      watch.disconnect()
      removeEventListener('beforeprint', draw)
    }
  }, [element])
  return [near, height]
}
