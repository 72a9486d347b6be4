/** Keeps a place in sight while what is around it is drawn, and moves it; of several, the one that was asked for last. */
export class Hold {
  #frame = 0

  /** @param bring brings the place into sight: done at once, and again in each of the next frames */
  keep(bring: () => void, frames: number): void {
    this.end()
    bring()
    if (frames > 0) this.#frame = requestAnimationFrame(() => this.keep(bring, frames - 1))
  }

  /** The same, from the next frame on. */
  keepSoon(bring: () => void, frames: number): void {
    this.end()
    this.#frame = requestAnimationFrame(() => this.keep(bring, frames))
  }

  end(): void {
    cancelAnimationFrame(this.#frame)
  }
}

/** The window shows one place, where the page is longer than it. */
export const WINDOW = new Hold()
