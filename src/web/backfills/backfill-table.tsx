import type { BackfillInfo, BackfillProgress } from '../../http/backfill-schemas.ts'
import { formatMoment } from '../format/moment.ts'
import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { failedFiles, readFiles, settledFiles } from './counts.ts'
import { BackfillStateBadge } from './state-badges.tsx'

interface BackfillTableProps {
  readonly backfills: readonly BackfillInfo[]
  readonly progress: ReadonlyMap<string, BackfillProgress>
}

export function BackfillTable({ backfills, progress }: BackfillTableProps) {
  const { t } = useLanguage()
  return (
    <table class="documents backfills" aria-label={t('backfills.list')}>
      <thead>
        <tr>
          <th scope="col">{t('backfills.sources')}</th>
          <th scope="col">{t('backfills.created')}</th>
          <th scope="col">{t('archive.state')}</th>
          <th scope="col" class="figure">
            {t('backfills.files')}
          </th>
          <th scope="col" class="figure">
            {t('backfills.read')}
          </th>
          <th scope="col" class="figure">
            {t('backfills.failed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {backfills.map(backfill => (
          <Row key={backfill.id} backfill={backfill} counted={progress.get(backfill.id)} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly backfill: BackfillInfo
  /** Undefined until it was asked for. */
  readonly counted: BackfillProgress | undefined
}

function Row({ backfill, counted }: RowProps) {
  const { language, t } = useLanguage()
  const { id, sources, from, created } = backfill
  const state = counted?.state ?? backfill.state
  const progress = counted?.progress
  const failed = progress === undefined ? 0 : failedFiles(progress)
  const figure = (value: number | undefined) => (value === undefined ? '…' : formatNumber(value, language))
  return (
    <tr>
      <th scope="row" class="title">
        <Link to={`/backfills/${id}`}>{sources.join(', ')}</Link>
        {from === 'command' && <span class="file-name">{t('backfills.command')}</span>}
      </th>
      <td data-label={t('backfills.created')}>{formatMoment(created, language)}</td>
      <td data-label={t('archive.state')}>
        <BackfillStateBadge state={state} />{' '}
        {state === 'reading' && progress !== undefined && (
          <progress max={progress.items} value={settledFiles(progress)} aria-label={sources.join(', ')} />
        )}
      </td>
      <td class="figure" data-label={t('backfills.files')}>
        {figure(progress?.items)}
      </td>
      <td class="figure" data-label={t('backfills.read')}>
        {figure(progress && readFiles(progress))}
      </td>
      <td class={`figure${failed > 0 ? ' is-bad' : ''}`} data-label={t('backfills.failed')}>
        {figure(progress && failed)}
      </td>
    </tr>
  )
}
