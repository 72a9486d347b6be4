import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { LanguageSwitch } from './language-switch.tsx'

export function TopBar({ path }: { path: string }) {
  const { t } = useLanguage()
  return (
    <header class="top-bar">
      <a class="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Link to="/" class="product">
        {t('app.name')}
      </Link>
      <nav aria-label={t('nav.main')}>
        <Link to="/" current={path === '/'}>
          {t('nav.archive')}
        </Link>
        <a href="/docs">{t('nav.api')}</a>
      </nav>
      <LanguageSwitch />
    </header>
  )
}
