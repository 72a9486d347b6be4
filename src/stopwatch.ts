/** The stages of a document's way whose time is told, in order. `observe` holds the header, the tables and the lexer. */
export const STAGES = ['read', 'repair', 'outline', 'observe', 'check'] as const
export type Stage = (typeof STAGES)[number]

/** Milliseconds of wall time that each stage took. */
export type Timings = Readonly<Record<Stage, number>>

/** Tells how long each stage took. Stages follow each other. */
export class Stopwatch {
  readonly #taken: Record<Stage, number> = { read: 0, repair: 0, outline: 0, observe: 0, check: 0 }
  #from = performance.now()

  /** Says that a stage has ended and the next one begins. */
  ended(stage: Stage): void {
    const now = performance.now()
    this.#taken[stage] += now - this.#from
    this.#from = now
  }

  timings(): Timings {
    return { ...this.#taken }
  }
}
