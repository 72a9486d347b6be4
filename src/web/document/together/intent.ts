export type SideName = 'left' | 'right'

/** Ms for which what scrolls after a user's move is taken to be moved by it: wheels and fingers go on scrolling by themselves. */
const LASTS_MS = 250

const KEYS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])

/** Tells when the frame is over that shows what the user does now; of several, only of the one that was asked for last. */
export type AfterFrame = (now: number, tell: (now: number) => void) => void

/**
 * Which side the user is moving. Scrolling that nobody has moved a side for is the page's own: what follows another side, or is brought
 * into view, leads nothing.
 */
export class Intent {
  readonly #afterFrame: AfterFrame
  #side: SideName | null = null
  #until = 0
  /** A pointer holds the side, maybe its scroll bar. */
  #held = false

  /** @param afterFrame where it is left out, what the user does shows at once */
  constructor(afterFrame: AfterFrame = (now, tell) => tell(now)) {
    this.#afterFrame = afterFrame
  }

  /** A wheel, a finger or a key moves a side. @param now in ms */
  move(side: SideName, now: number): void {
    this.#side = side
    this.#last(now)
  }

  key(side: SideName, key: string, now: number): void {
    if (KEYS.has(key)) this.move(side, now)
  }

  hold(side: SideName, now: number): void {
    this.move(side, now)
    this.#held = true
  }

  release(now: number): void {
    if (this.#held) this.#last(now)
    this.#held = false
  }

  /** Something else is shown: what scrolls now does so for that. */
  end(): void {
    this.#side = null
    this.#held = false
  }

  /** Whether a side that scrolls is moved by the user, who may then go on. */
  leads(side: SideName, now: number): boolean {
    if (this.#side !== side || (now > this.#until && !this.#held)) return false
    this.#until = Math.max(this.#until, now + LASTS_MS)
    return true
  }

  /** That a side has scrolled is told in the next frame, however late that is: time counts from there. */
  #last(now: number): void {
    this.#until = Number.POSITIVE_INFINITY
    this.#afterFrame(now, then => {
      this.#until = then + LASTS_MS
    })
  }
}
