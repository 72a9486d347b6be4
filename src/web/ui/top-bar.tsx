import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { ReviewerButton } from './reviewer-button.tsx'
import { useToReview } from './use-to-review.ts'

export function TopBar({ path }: { path: string }) {
  const { t, language } = useLanguage()
  const toReview = useToReview(path)
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
        <Link to="/review" current={path.startsWith('/review')}>
          {t('nav.review')}
          {toReview > 0 && (
            <span title={t('nav.review.count', { count: formatNumber(toReview, language) })}>
              {' '}
              ({formatNumber(toReview, language)})
            </span>
          )}
        </Link>
        <Link to="/backfills" current={path.startsWith('/backfills')}>
          {t('nav.backfills')}
        </Link>
        <Link to="/dashboard" current={path === '/dashboard'}>
          {t('nav.dashboard')}
        </Link>
        <a href="/docs">{t('nav.api')}</a>
      </nav>
      <ReviewerButton />
      <LanguageSwitch />
    </header>
  )
}
