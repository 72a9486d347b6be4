import type { BackfillItemPage, BackfillItemState, BackfillProgress } from '../../http/backfill-schemas.ts'
import { listItems } from '../api/backfills.ts'
import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link, navigate } from '../router.tsx'
import { ProblemBox } from '../ui/problem-box.tsx'
import { ItemTable } from './item-table.tsx'
import { ITEM_STATE, ITEM_STATES } from './state-names.ts'
import { useRefreshed } from './use-refreshed.ts'

const AT_ONCE = 100

interface ItemListProps {
  readonly backfill: BackfillProgress
  /** The page's query string: which state, and after which file the list goes on. */
  readonly query: string
}

const isState = (text: string | null): text is BackfillItemState => ITEM_STATES.some(state => state === text)

/** The files of a backfill in the order in which they were found, a hundred at a time, as they are now. */
export function ItemList({ backfill, query }: ItemListProps) {
  const { language, t, say } = useLanguage()
  const { id, progress } = backfill
  const parameters = new URLSearchParams(query)
  const asked = parameters.get('state')
  const state = isState(asked) ? asked : null
  const after = /^\d+$/.test(parameters.get('after') ?? '') ? parameters.get('after') : null

  const sent = new URLSearchParams({ limit: String(AT_ONCE) })
  if (state !== null) sent.set('state', state)
  if (after !== null) sent.set('after', after)
  const version = JSON.stringify([progress.items, progress.states])
  const { answer, failure, again } = useRefreshed<BackfillItemPage>(`${id} ${sent}`, version, signal =>
    listItems(id, sent, signal),
  )

  const addressOf = (from: number | null) => {
    const address = new URLSearchParams()
    if (state !== null) address.set('state', state)
    if (from !== null) address.set('after', String(from))
    return `/backfills/${id}${address.size > 0 ? `?${address}` : ''}`
  }
  const offered = ITEM_STATES.filter(each => progress.states[each] > 0 || each === state)
  return (
    <section class="items" aria-labelledby="items-title">
      <div class="items-head">
        <h2 id="items-title">{t('items.title')}</h2>
        <label>
          {t('archive.state')}{' '}
          <select
            value={state ?? ''}
            onChange={event =>
              navigate(`/backfills/${id}${event.currentTarget.value && `?state=${event.currentTarget.value}`}`)
            }
          >
            <option value="">
              {t('archive.filter.any')} ({formatNumber(progress.items, language)})
            </option>
            {offered.map(each => (
              <option key={each} value={each}>
                {say(ITEM_STATE[each])} ({formatNumber(progress.states[each], language)})
              </option>
            ))}
          </select>
        </label>
      </div>
      {failure !== null && <ProblemBox failure={failure} onRetry={again} />}
      {answer !== null && answer.items.length > 0 && <ItemTable items={answer.items} />}
      {answer !== null && answer.items.length === 0 && (
        <p class="empty">{t(state === null ? 'items.none' : 'items.none.state')}</p>
      )}
      <p class="list-foot">
        {after !== null && <Link to={addressOf(null)}>{t('items.first')}</Link>}
        {answer?.next != null && <Link to={addressOf(answer.next)}>{t('items.next')}</Link>}
      </p>
    </section>
  )
}
