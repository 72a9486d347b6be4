import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'

export function LostPage() {
  const { t } = useLanguage()
  return (
    <main id="main" class="page">
      <h1>{t('page.lost.title')}</h1>
      <p>{t('page.lost.text')}</p>
      <p>
        <Link to="/">{t('document.back')}</Link>
      </p>
    </main>
  )
}
