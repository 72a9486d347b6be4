import { addressOf } from '../api/client.ts'
import { useLanguage } from '../language.tsx'

/** The original, the records as they hold now, and what the machine read before anybody decided. */
export function Downloads({ id }: { readonly id: string }) {
  const { t } = useLanguage()
  return (
    <nav class="downloads" aria-label={t('document.downloads')}>
      <a href={addressOf.original(id)}>{t('document.original')}</a>
      <a href={addressOf.recordsCsv(id)} title={t('document.csv.title')}>
        {t('document.csv')}
      </a>
      <a href={addressOf.records(id)} title={t('document.json.title')}>
        {t('document.json')}
      </a>
      <a href={addressOf.extraction(id)} title={t('document.machine.title')}>
        {t('document.machine')}
      </a>
    </nav>
  )
}
