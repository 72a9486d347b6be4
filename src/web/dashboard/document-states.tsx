import type { Facets } from '../../http/schemas.ts'
import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { StateBadge } from '../ui/state-badge.tsx'

/** How many documents are in each state, each with the way to them. */
export function DocumentStates({ facets: { states, documents } }: { facets: Facets }) {
  const { language, t } = useLanguage()
  return (
    <section class="card" aria-labelledby="states-title">
      <h2 id="states-title">{t('dashboard.states')}</h2>
      <ul class="figures">
        {states.map(({ state, documents: count }) => (
          <li key={state}>
            <Link to={`/?state=${state}`}>
              <StateBadge state={state} />
            </Link>
            <b class="figure">{formatNumber(count, language)}</b>
          </li>
        ))}
        <li>
          <Link to="/">{t('dashboard.all')}</Link>
          <b class="figure">{formatNumber(documents, language)}</b>
        </li>
      </ul>
    </section>
  )
}
