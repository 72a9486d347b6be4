import type { ArchivedDocument } from '../../http/schemas.ts'
import { useLanguage } from '../language.tsx'
import { DocumentRow } from './document-row.tsx'

export function DocumentTable({ documents }: { documents: readonly ArchivedDocument[] }) {
  const { t } = useLanguage()
  return (
    <table class="documents" aria-label={t('archive.list')}>
      <thead>
        <tr>
          <th scope="col">{t('archive.number')}</th>
          <th scope="col">{t('archive.title')}</th>
          <th scope="col">{t('archive.issuer')}</th>
          <th scope="col" class="figure">
            {t('archive.year')}
          </th>
          <th scope="col" class="figure">
            {t('archive.records')}
          </th>
          <th scope="col">{t('archive.flags')}</th>
          <th scope="col" class="figure">
            {t('archive.review')}
          </th>
          <th scope="col">{t('archive.state')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map(document => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </tbody>
    </table>
  )
}
