import type { ArchivedDocument } from '../../http/schemas.ts'
import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { FlagCounts } from '../ui/flag-counts.tsx'
import { HeldBy } from '../ui/held-by.tsx'
import { ReadingProgress } from '../ui/reading-progress.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { ReviewShare } from './review-share.tsx'

export function DocumentRow({ document }: { document: ArchivedDocument }) {
  const { language, say, t } = useLanguage()
  const { id, number, title, name, issuer, year, records, flags, state, problem } = document
  return (
    <tr>
      <th scope="row">{number ?? <span class="quiet">–</span>}</th>
      <td class="title">
        <Link to={`/documents/${id}`}>{title ?? name}</Link>
        {title !== null && <span class="file-name">{name}</span>}
        <HeldBy assignment={document.assignment} />
        {problem !== null && (
          <span class="row-problem">
            {say(problem.cause)} {say(problem.cure)}
          </span>
        )}
      </td>
      <td class="issuer" data-label={t('archive.issuer')}>
        {issuer?.name ?? ''}
      </td>
      <td class="figure" data-label={t('archive.year')}>
        {year ?? ''}
      </td>
      <td class="figure" data-label={t('archive.records')}>
        {records === null ? '–' : formatNumber(records, language)}
      </td>
      <td data-label={t('archive.flags')}>
        <FlagCounts flags={flags} />
      </td>
      <td class="figure" data-label={t('archive.review')}>
        <ReviewShare document={document} />
      </td>
      <td data-label={t('archive.state')}>
        <StateBadge state={state} />
        <ReadingProgress document={document} />
      </td>
    </tr>
  )
}
