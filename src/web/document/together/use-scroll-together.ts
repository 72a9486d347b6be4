import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Hold } from '../../ui/hold.ts'
import { follow } from './follow.ts'
import { type AfterFrame, Intent, type SideName } from './intent.ts'
import type { Side } from './side.ts'

interface Together {
  readonly isOn: boolean
  /** The side of the document; of a table that scrolls by itself where that is given. Null where nothing is drawn. */
  readonly left: (table: Element | null) => Side | null
  readonly right: () => Side | null
  /** What is selected or pointed at: when it changes, both sides are brought there, and neither follows. */
  readonly shown: readonly unknown[]
}

/** Frames for which the follower is moved on: what is drawn only now, in either side, may be higher or lower than was expected. */
const SETTLES = 15
/** As in the styles: below, one side stands under the other. */
const NARROW = '(max-width: 1000px)'

const sideOf = (element: Element): SideName | null => {
  if (element.closest('.text-side') !== null) return 'left'
  return element.closest('.record-side') === null ? null : 'right'
}

/**
 * A frame may already be under way when something is done, and show what was done before it: the one after it counts, and is over when the
 * scrolling in it was told.
 */
const afterNextFrame = (): AfterFrame => {
  let frame = 0
  return (_, tell) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => tell(performance.now()))
    })
  }
}

/** Makes the side that the user does not scroll follow the one that is scrolled. Looked at once a frame, however often it scrolls. */
export const useScrollTogether = (together: Together): void => {
  const now = useRef(together)
  now.current = together
  const [intent] = useState(() => new Intent(afterNextFrame()))
  const hold = useRef(new Hold())

  // Before the sides tell that they have scrolled.
  useLayoutEffect(() => {
    hold.current.end()
    intent.end()
  }, together.shown)

  useEffect(() => {
    if (!together.isOn) return undefined
    const narrow = matchMedia(NARROW)
    const moved = (act: (side: SideName, event: Event) => void) => (event: Event) => {
      const side = event.target instanceof Element ? sideOf(event.target) : null
      if (side !== null) act(side, event)
    }
    const lead = (side: SideName, table: Element | null) => {
      const { left, right } = now.current
      const [leader, follower] = side === 'left' ? [left(table), right()] : [right(), left(null)]
      if (leader !== null && follower !== null) follow(leader, follower)
    }
    const scrolled = (side: SideName, { target }: Event) => {
      if (!(target instanceof Element) || narrow.matches) return
      const table = target.matches('.data-table') ? target : null
      if (table === null && !target.matches('.text-pane, .sheets-pane, .records')) return
      if (!intent.leads(side, performance.now())) return
      hold.current.keepSoon(() => lead(side, table), SETTLES)
    }
    const listeners: readonly (readonly [string, (event: Event) => unknown])[] = [
      ['wheel', moved(side => intent.move(side, performance.now()))],
      ['touchmove', moved(side => intent.move(side, performance.now()))],
      ['pointerdown', moved(side => intent.hold(side, performance.now()))],
      ['pointerup', () => intent.release(performance.now())],
      ['pointercancel', () => intent.release(performance.now())],
      // Browsers do not tell when a scroll bar is let go.
      ['pointermove', event => (event as PointerEvent).buttons === 0 && intent.release(performance.now())],
      ['keydown', moved((side, event) => intent.key(side, (event as KeyboardEvent).key, performance.now()))],
      ['scroll', moved(scrolled)],
    ]
    for (const [name, listen] of listeners) addEventListener(name, listen, { capture: true, passive: true })
    return () => {
      hold.current.end()
      for (const [name, listen] of listeners) removeEventListener(name, listen, { capture: true })
    }
  }, [together.isOn])
}
