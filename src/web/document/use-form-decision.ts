import { useRef, useState } from 'preact/hooks'
import type { DecisionRequest } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import type { Busy } from '../review/busy.ts'
import type { DeskState, Refusal } from '../review/desk-state.ts'
import { type FormIssues, formIssues, NO_ISSUES } from '../review/form-issues.ts'
import type { Seen } from '../review/seen.ts'
import type { Review } from '../review/use-review.ts'

/** The decision that a form asks for: what is refused is shown in the form, which stays until the decision is stored. */
export interface FormDecision {
  readonly busy: Busy
  readonly issues: FormIssues
  /**
   * @param seen what the form was opened on
   * @returns whether it was stored; false, too, while another one is on its way, and where the form is left before it is
   */
  readonly decide: (request: DecisionRequest, seen?: Seen) => Promise<boolean>
  /** The form is left. */
  readonly drop: () => void
}

export const useFormDecision = ({ held, waiting }: DeskState, review: Review): FormDecision => {
  const { t } = useLanguage()
  const [sent, setSent] = useState<DecisionRequest | null>(null)
  const [issues, setIssues] = useState(NO_ISSUES)
  // Two keys may come before the page is drawn again.
  const now = useRef<DecisionRequest | null>(null)
  const end = () => {
    now.current = null
    setSent(null)
  }
  const waits = [...(held?.decisions ?? []), ...waiting].some(({ request }) => request === sent)

  return {
    busy: sent === null ? null : waits ? 'held' : 'sending',
    issues,
    decide: async (next, seen) => {
      if (now.current !== null) return false
      now.current = next
      setSent(next)
      setIssues(NO_ISSUES)
      const take = (refusal: Refusal) => {
        // Left, it has nowhere to show it.
        if (now.current !== next) return false
        setIssues(formIssues(refusal.issues))
        review.say(t('edit.refused'))
        return true
      }
      const stored = await review.decide(next, { take, seen })
      if (now.current !== next) return false
      end()
      return stored
    },
    drop: () => {
      end()
      setIssues(NO_ISSUES)
    },
  }
}
