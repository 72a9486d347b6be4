import { useState } from 'preact/hooks'
import type { ReviewStatistics } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { useCodes } from '../review/use-codes.ts'
import { MisreadPlaces } from './misread-places.tsx'
import { PlacesButton } from './places-button.tsx'

/** The statistics that reviewers added, by their indicators. */
export function MissedStatistics({ statistics: { missed, rules } }: { statistics: ReviewStatistics }) {
  const { t } = useLanguage()
  if (missed.length === 0 && rules.length === 0) return null
  return (
    <section class="card" aria-labelledby="missed-title">
      <h2 id="missed-title">{t('dashboard.missed')}</h2>
      {missed.length === 0 ? (
        <p>{t('dashboard.missed.none')}</p>
      ) : (
        <table class="rules-table">
          <thead>
            <tr>
              <th scope="col">{t('dashboard.indicator')}</th>
              <th scope="col" class="figure">
                {t('dashboard.count')}
              </th>
            </tr>
          </thead>
          {missed.map(one => (
            <MissedRow key={one.indicator} {...one} />
          ))}
        </table>
      )}
    </section>
  )
}

function MissedRow({ indicator, missed }: ReviewStatistics['missed'][number]) {
  const { language, say } = useLanguage()
  const { codes } = useCodes()
  const [open, setOpen] = useState(false)
  const label = codes?.indicators.find(({ code }) => code === indicator)?.label
  const id = `missed-${indicator}`
  return (
    <tbody>
      <tr>
        <th scope="row">
          {label === undefined ? <code>{indicator}</code> : say(label)}
          <PlacesButton open={open} controls={id} onToggle={() => setOpen(!open)} />
        </th>
        <td class="figure">{formatNumber(missed, language)}</td>
      </tr>
      {open && (
        <tr>
          <td colSpan={2} id={id}>
            <MisreadPlaces source={{ attribute: 'number', origin: null, rule: indicator }} all={missed} />
          </td>
        </tr>
      )}
    </tbody>
  )
}
