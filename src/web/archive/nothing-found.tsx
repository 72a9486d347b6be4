import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'

export function NothingFound() {
  const { t } = useLanguage()
  return (
    <section class="empty">
      <h2>{t('archive.nothing.title')}</h2>
      <p>{t('archive.nothing.text')}</p>
      <p>
        <Link to="/">{t('archive.filter.clear')}</Link>
      </p>
    </section>
  )
}
