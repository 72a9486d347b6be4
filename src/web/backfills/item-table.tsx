import type { BackfillItem } from '../../http/backfill-schemas.ts'
import { formatBytes, formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { ItemStateBadge } from './state-badges.tsx'

export function ItemTable({ items }: { items: readonly BackfillItem[] }) {
  const { t } = useLanguage()
  return (
    <table class="documents items" aria-label={t('items.title')}>
      <thead>
        <tr>
          <th scope="col">{t('items.path')}</th>
          <th scope="col">{t('archive.state')}</th>
          <th scope="col" class="figure">
            {t('items.size')}
          </th>
          <th scope="col" class="figure">
            {t('items.pages')}
          </th>
          <th scope="col" class="figure">
            {t('archive.records')}
          </th>
          <th scope="col" class="figure">
            {t('archive.flags')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <Row key={item.ordinal} item={item} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  item: { path, state, outcome, bytes, document, pages, observations, flags, problem },
}: {
  item: BackfillItem
}) {
  const { language, t, say } = useLanguage()
  const figure = (value: number | null) => (value === null ? '' : formatNumber(value, language))
  return (
    <tr>
      <th scope="row" class="title path">
        {document === null ? path : <Link to={`/documents/${document}`}>{path}</Link>}
        {problem !== null && (
          <span class={state === 'skipped' ? 'file-name' : 'row-problem'}>
            {say(problem.cause)} {say(problem.cure)}
          </span>
        )}
      </th>
      <td data-label={t('archive.state')}>
        <ItemStateBadge state={state} />
        {outcome === 'known' && <span class="file-name">{t('upload.known')}</span>}
      </td>
      <td class="figure" data-label={t('items.size')}>
        {bytes === null ? '' : formatBytes(bytes, language)}
      </td>
      <td class="figure" data-label={t('items.pages')}>
        {figure(pages)}
      </td>
      <td class="figure" data-label={t('archive.records')}>
        {figure(observations)}
      </td>
      <td class="figure" data-label={t('archive.flags')}>
        {figure(flags)}
      </td>
    </tr>
  )
}
