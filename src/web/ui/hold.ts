/** How often the user has scrolled, or begun to: from then on he decides what is in sight. */
let turns = 0
for (const sign of ['wheel', 'touchmove', 'pointerdown']) {
  addEventListener(sign, () => void turns++, { capture: true, passive: true })
}

/** Keeps a place in sight while what is around it is drawn, and moves it; of several, the one that was asked for last. */
export class Hold {
  #frame = 0

  /** @param bring brings the place into sight: done at once, and again in each of the next frames, unless the user scrolls */
  keep(bring: () => void, frames: number): void {
    const begun = turns
    this.#keep(bring, frames, () => turns === begun)
  }

  /** The same, from the next frame on, of what follows the user's own scrolling, however long he goes on. */
  keepSoon(bring: () => void, frames: number): void {
    this.end()
    this.#frame = requestAnimationFrame(() => this.#keep(bring, frames, () => true))
  }

  end(): void {
    cancelAnimationFrame(this.#frame)
  }

  #keep(bring: () => void, frames: number, holds: () => boolean): void {
    this.end()
    bring()
    if (frames === 0) return
    this.#frame = requestAnimationFrame(() => {
      if (holds()) this.#keep(bring, frames - 1, holds)
    })
  }
}

/** The window shows one place, where the page is longer than it. */
export const WINDOW = new Hold()
