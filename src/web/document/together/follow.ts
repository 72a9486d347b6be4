import { focusOf, scrollFor } from './focus.ts'
import { type Side, viewOf } from './side.ts'

/** CSS px that are not worth moving for. */
const LEAST = 1

/** Scrolls a side so that it shows what is being read in another. */
export const follow = (leader: Side, follower: Side): void => {
  const offset = leader.offsetAt(focusOf(viewOf(leader)))
  const to = scrollFor(follower.topAt(offset), viewOf(follower))
  if (Math.abs(to - follower.scroller.scrollTop) > LEAST) follower.scroller.scrollTop = to
  follower.reveal?.(offset)
}
