import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import type { Coverage } from './flag-index.ts'

interface CheckCoverageProps {
  readonly coverage: Coverage
  /** Some check failed. */
  readonly flagged: boolean
  /** Asks for the records that no check reached. */
  readonly onUnverified: () => void
}

/** How many records a check vouches for, and how many none could reach: that nothing was flagged is no proof. */
export function CheckCoverage({ coverage, flagged, onUnverified }: CheckCoverageProps) {
  const { language, t } = useLanguage()
  const { verified, unverified, total } = coverage
  const write = (count: number) => formatNumber(count, language)
  const counts = { verified: write(verified), unverified: write(unverified), total: write(total) }
  const found = flagged ? 'flags.coverage' : verified > 0 ? 'flags.none' : 'flags.none.unreached'
  return (
    <p class="coverage">
      {t(found, counts)}{' '}
      {unverified > 0 && (
        <button type="button" class="plain" onClick={onUnverified}>
          {t('flags.unverified.show', counts)}
        </button>
      )}
    </p>
  )
}
