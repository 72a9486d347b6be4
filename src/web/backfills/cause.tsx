import type { BackfillCauses } from '../../http/backfill-schemas.ts'
import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { ItemStateBadge } from './state-badges.tsx'

interface CauseProps {
  readonly backfill: string
  readonly cause: BackfillCauses['causes'][number]
}

/** One cause: how many files, which, why, and what to do now. */
export function Cause({ backfill, cause: { state, files, problem, examples } }: CauseProps) {
  const { language, t, say } = useLanguage()
  return (
    <li class="cause">
      <p>
        <b>{say(problem.titles)}</b>{' '}
        <Link to={`/backfills/${backfill}?state=${state}`}>
          {t('causes.files', { count: formatNumber(files, language) })}
        </Link>{' '}
        <ItemStateBadge state={state} />
      </p>
      <p>
        <b>{t('problem.cause')}:</b> {say(problem.cause)}
      </p>
      <p>
        <b>{t('problem.cure')}:</b> {say(problem.cure)}
      </p>
      <p class="quiet path">
        {t('causes.examples')} {examples.join(' · ')}
      </p>
    </li>
  )
}
