import type { Draft } from '../../ui/draft.ts'
import { NOTHING_TYPED, type TypedStatement } from '../typed-statement.ts'
import type { AddPlace } from './add-place.ts'
import { type Guess, type GuessSources, guessAt } from './guess-at.ts'

/** A statistic that is being added: where it stands, what it was guessed to say, and what was typed. */
export interface Addition {
  readonly place: AddPlace
  readonly guess: Guess
  readonly draft: Draft<TypedStatement>
}

export const additionAt = (place: AddPlace, sources: GuessSources): Addition => ({
  place,
  guess: guessAt(place, sources),
  draft: { current: NOTHING_TYPED },
})
