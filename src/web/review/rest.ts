/** A pause that can be cut short. */
export class Rest {
  readonly #length: number
  #end: (() => void) | null = null

  /** @param length milliseconds */
  constructor(length: number) {
    this.#length = length
  }

  /** @returns resolved when it is over */
  take(): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(() => this.end(), this.#length)
      this.#end = () => {
        clearTimeout(timer)
        this.#end = null
        resolve()
      }
    })
  }

  end(): void {
    this.#end?.()
  }
}
