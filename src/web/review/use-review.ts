import { useState } from 'preact/hooks'
import type { DecisionRequest } from '../../contract/index.ts'
import { toFailure } from '../api/failure.ts'
import { useLanguage } from '../language.tsx'
import { useReviewer } from '../reviewer/reviewer.tsx'
import type { Desk } from './desk.ts'
import type { TakeRefusal } from './outbox.ts'
import { saidOf, saidOfUndone } from './said.ts'
import type { Seen } from './seen.ts'

interface How {
  /** May take a refusal upon itself. */
  readonly take?: TakeRefusal | undefined
  /** What it was made on, where that is not what is shown now. */
  readonly seen?: Seen | undefined
  /** Told when the decision is made, before it is stored: where the reviewer has to say first who he is, once he has. */
  readonly onMade?: () => void
}

/** What a reviewer does at a desk, in the words of the page. */
export interface Review {
  /** The last thing that was done, to be read out; `nth` tells one from another of the same words. */
  readonly said: { readonly words: string; readonly nth: number }
  readonly say: (words: string) => void
  /** @returns true once it is stored; false where it is refused or given up, or where the reviewer would not say who he is */
  readonly decide: (request: DecisionRequest, how?: How) => Promise<boolean>
  readonly undo: () => Promise<string | null>
}

export const useReview = (desk: Desk): Review => {
  const { t, language, say: inLanguage } = useLanguage()
  const { identify } = useReviewer()
  const [said, setSaid] = useState({ words: '', nth: 0 })
  const say = (words: string) => setSaid(({ nth }) => ({ words, nth: nth + 1 }))

  return {
    said,
    say,
    decide: async (request, { take, seen, onMade } = {}) => {
      const who = await identify()
      if (who === null) return false
      const before = desk.records
      const stored = desk.decide(who, [request], take, seen)
      onMade?.()
      say(saidOf(request, before, desk.records, language))
      return stored
    },
    undo: async () => {
      const who = await identify()
      if (who === null) return null
      try {
        const undone = await desk.undo(who)
        if (undone.is === 'given-up') return null
        say(undone.is === 'undone' ? saidOfUndone(undone, language) : t('review.nothing-to-undo'))
        return undone.is === 'undone' ? undone.about : null
      } catch (error) {
        say(inLanguage(toFailure(error).titles))
        return null
      }
    },
  }
}
