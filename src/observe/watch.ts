import type { Term } from '../lex/term.ts'
import type { Block } from '../outline/block.ts'
import type { Figure } from './figure.ts'
import type { Settled } from './history.ts'
import type { IndicatorHit, Window } from './indicator.ts'
import type { Accounted } from './observe.ts'
import type { Reading } from './reading.ts'

/** The rules were asked which indicator some words name. */
export interface Question {
  readonly reading: Reading
  readonly figure: Figure
  readonly window: Window
  /** `own`: the figure's own words; `lead`: with a label before them; `context`: with a heading before them. */
  readonly distance: 'own' | 'lead' | 'context'
  /** What stands above, for rules that ask for it, nearest first. */
  readonly above: readonly (readonly Term[])[]
  /** The rules that match, best first. */
  readonly hits: readonly IndicatorHit[]
}

/** Told what a reading rests on while it is made, for whoever asks why (`src/explain`); nothing that it does changes the reading. */
export interface Watch {
  /** The document in blocks, before any is read. */
  outlined?(blocks: readonly Block[]): void
  asked?(question: Question): void
  /** A block of running text and what its figures became, in the order in which they were settled. */
  settled?(reading: Reading, all: readonly Settled[]): void
  /** What accounts for the numerals of the document, the first that covers a numeral wins. */
  accounted?(all: readonly Accounted[]): void
}
