import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ReviewNext } from '../../contract/index.ts'
import { toFailure } from '../api/failure.ts'
import { readNext } from '../api/review.ts'
import { useLanguage } from '../language.tsx'
import { useReviewer } from '../reviewer/reviewer.tsx'
import { navigate } from '../router.tsx'
import { TAB } from '../storage.ts'
import { TAKEN } from './use-taken.ts'
import { WayBack } from './way-back.ts'

const WAY_BACK = new WayBack(TAB)

/** Documents that others took in the very moment are passed over. */
const TRIES = 5

/** A document that the queue gives. */
type Offered = NonNullable<ReviewNext['next']>

/** From document to document through the queue. */
export interface Way {
  /** Goes to the document that was shown as the next, and takes it; to another one where it is somebody else's by now. */
  readonly begin: (shown: Offered) => Promise<void>
  /** Goes to the document that is best reviewed next, and takes it, so that nobody else is offered it. */
  readonly next: () => Promise<void>
  /** Goes back to the one that was reviewed before in this tab; null where there was none. */
  readonly previous: (() => Promise<void>) | null
}

/**
 * @param current the document that is shown; null where none is
 * @param say told what there is to say, where the page stays
 * @param idle resolved when nothing is under way, with whether all that was decided is stored
 * @param isInForm what is typed belongs to a form: the page is not left for what was asked for before
 */
export const useWay = (
  current: string | null,
  say: (words: string) => void,
  idle: () => Promise<boolean> = async () => true,
  isInForm = false,
): Way => {
  const { t, say: inLanguage } = useLanguage()
  const { identify } = useReviewer()
  const [before] = useState(() => WAY_BACK.documents.findLast(each => each !== current))
  const busy = useRef(false)
  const stays = useRef(false)
  // Not once the next page is painted: what is found until then would lead away from that.
  useLayoutEffect(() => {
    stays.current = isInForm
    return () => {
      stays.current = true
    }
  }, [isInForm])

  /** @param find gives the address to go to, of a document that is taken; null where the page stays */
  const go = async (find: (who: string) => Promise<{ document: string; address: string } | null>): Promise<void> => {
    if (busy.current) return
    busy.current = true
    try {
      const who = await identify()
      if (who === null) return
      if (!(await idle())) return say(t('desk.unsaved-first'))
      const found = await find(who)
      if (found === null) return
      // Whoever has gone elsewhere meanwhile, or into a form, stays there.
      if (stays.current) return await TAKEN.giveBack(found.document, who)
      if (current !== null && current !== found.document) TAKEN.giveBack(current, who)
      navigate(found.address)
    } catch (error) {
      say(inLanguage(toFailure(error).titles))
    } finally {
      busy.current = false
    }
  }

  const goOn = (shown: Offered | null) =>
    go(async who => {
      const skip = current === null ? [] : [current]
      for (let tries = 0; tries < TRIES; tries++) {
        const offered = tries === 0 && shown !== null ? shown : (await readNext(who, skip)).next
        if (offered === null) break
        const { document, records } = offered
        if (await TAKEN.take(document, who)) {
          if (current !== null && !stays.current) WAY_BACK.goneOnFrom(current)
          const first = records[0]?.record
          return { document, address: `/documents/${document}${first === undefined ? '' : `#${first}`}` }
        }
        skip.push(document)
      }
      say(t('review.nothing-left'))
      return null
    })

  const previous = (document: string) => () =>
    go(async who => {
      // Also where somebody else has it by now, it can be looked at.
      await TAKEN.take(document, who)
      if (!stays.current) WAY_BACK.backAt(document)
      return { document, address: `/documents/${document}` }
    })

  return { begin: goOn, next: () => goOn(null), previous: before === undefined ? null : previous(before) }
}
