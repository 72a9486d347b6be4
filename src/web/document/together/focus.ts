/** What is seen of something that scrolls, in CSS px. */
export interface View {
  readonly scrollTop: number
  readonly clientHeight: number
  readonly scrollHeight: number
  /** What a head that stays covers of it at its top. */
  readonly covered: number
}

type Size = Omit<View, 'scrollTop'>

const clamp = (value: number, most: number): number => Math.min(Math.max(0, value), Math.max(0, most))

/** How far it can scroll, the distance at either end over which the focus leaves the middle, and how high what is seen of it is. */
const measuresOf = ({ clientHeight, scrollHeight, covered }: Size) => {
  const most = Math.max(0, scrollHeight - clientHeight)
  return { most, ramp: Math.min(clientHeight, most / 2), seen: clientHeight - covered }
}

/**
 * The height of the content that is being read, from its upper edge: the middle of the view, but at the very beginning its upper edge and
 * at the very end its lower one, so that first and last things are read, too. What is read in one side stands beside the same in the
 * other when that is scrolled to read it.
 */
export const focusOf = ({ scrollTop, ...size }: View): number => {
  const { most, ramp, seen } = measuresOf(size)
  const top = clamp(scrollTop, most)
  if (most === 0) return size.covered
  const share = top < most / 2 ? Math.min(1, top / ramp) / 2 : 1 - Math.min(1, (most - top) / ramp) / 2
  return top + size.covered + share * seen
}

/** The reverse: how far to scroll so that a height is what is being read. */
export const scrollFor = (height: number, size: Size): number => {
  const { most, ramp, seen } = measuresOf(size)
  if (most === 0) return 0
  const pace = 1 + seen / (2 * ramp)
  const [above, below] = [height - size.covered, size.scrollHeight - height]
  if (above < ramp * pace) return clamp(above / pace, most)
  if (below < ramp * pace) return clamp(most - below / pace, most)
  return clamp(above - seen / 2, most)
}
