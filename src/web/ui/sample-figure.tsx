import type { SampleRate } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'

/** How often records are wrong that nothing speaks against, as far as the random sample tells. */
export function SampleFigure({ sample: { settled, wrong, rate, low, high } }: { readonly sample: SampleRate }) {
  const { t, language } = useLanguage()
  const percent = (share: number) => `${formatNumber(Math.round(share * 1000) / 10, language)}\u00a0%`
  return (
    <section class="card" aria-labelledby="sample-title">
      <h2 id="sample-title">{t('sample.title')}</h2>
      {rate === null ? (
        <p>{t('sample.none')}</p>
      ) : (
        <>
          <p class="headline">{percent(rate)}</p>
          <p>
            {t('sample.rate', {
              ...{ low: percent(low), high: percent(high) },
              ...{ wrong: formatNumber(wrong, language), settled: formatNumber(settled, language) },
            })}
          </p>
        </>
      )}
      <p class="quiet">{t('sample.how')}</p>
    </section>
  )
}
