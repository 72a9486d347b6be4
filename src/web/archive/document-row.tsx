import type { ArchivedDocument } from '../../http/schemas.ts'
import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { FlagCounts } from '../ui/flag-counts.tsx'
import { StateBadge } from '../ui/state-badge.tsx'

export function DocumentRow({ document }: { document: ArchivedDocument }) {
  const { language, say } = useLanguage()
  const { id, number, title, name, issuer, year, observations, flags, state, problem } = document
  return (
    <tr>
      <th scope="row">{number ?? <span class="quiet">–</span>}</th>
      <td class="title">
        <Link to={`/documents/${id}`}>{title ?? name}</Link>
        {title !== null && <span class="file-name">{name}</span>}
        {problem !== null && (
          <span class="row-problem">
            {say(problem.cause)} {say(problem.cure)}
          </span>
        )}
      </td>
      <td class="issuer">{issuer?.name ?? ''}</td>
      <td class="figure">{year ?? ''}</td>
      <td class="figure">{observations === null ? '–' : formatNumber(observations, language)}</td>
      <td>
        <FlagCounts flags={flags} />
      </td>
      <td>
        <StateBadge state={state} />
      </td>
    </tr>
  )
}
