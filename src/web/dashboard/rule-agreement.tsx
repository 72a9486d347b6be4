import { useState } from 'preact/hooks'
import type { ReviewStatistics } from '../../contract/index.ts'
import { formatNumber } from '../format/number.ts'
import { useLanguage } from '../language.tsx'
import { Link } from '../router.tsx'
import { RuleRow } from './rule-row.tsx'

/** Rows that are shown at first, at most. */
const MOST = 25

/** How often reviewers agree with each rule, the rules that misread first. */
export function RuleAgreement({ statistics: { rules } }: { statistics: ReviewStatistics }) {
  const { language, t } = useLanguage()
  const [all, setAll] = useState(false)
  const wrong = rules.filter(rule => rule.wrong.wrong > 0).slice(0, MOST)
  const shown = all ? rules : wrong
  return (
    <section class="card" aria-labelledby="rules-title">
      <h2 id="rules-title">{t('dashboard.rules')}</h2>
      {rules.length === 0 ? (
        <div class="nothing-yet">
          <p>
            <b>{t('dashboard.rules.none.title')}</b>
          </p>
          <p>{t('dashboard.rules.none.text')}</p>
          <p>
            <Link to="/?flagged=true">{t('dashboard.flagged')}</Link>
          </p>
        </div>
      ) : (
        <>
          <p class="quiet">{wrong.length === 0 ? t('dashboard.rules.flawless') : t('dashboard.rules.text')}</p>
          {shown.length > 0 && (
            <table class="rules-table">
              <thead>
                <tr>
                  <th scope="col">{t('dashboard.rule')}</th>
                  <th scope="col" class="figure">
                    {t('dashboard.right')}
                  </th>
                  <th scope="col" class="figure">
                    {t('dashboard.corrected')}
                  </th>
                  <th scope="col" class="figure">
                    {t('dashboard.rejected')}
                  </th>
                  <th scope="col" class="figure">
                    {t('dashboard.wrong')}
                  </th>
                </tr>
              </thead>
              {shown.map(rule => (
                <RuleRow key={`${rule.attribute} ${rule.rule} ${rule.origin}`} agreement={rule} />
              ))}
            </table>
          )}
          {rules.length > wrong.length && (
            <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
              {all
                ? t('dashboard.rules.fewer')
                : t('dashboard.rules.all', { rules: formatNumber(rules.length, language) })}
            </button>
          )}
        </>
      )}
    </section>
  )
}
