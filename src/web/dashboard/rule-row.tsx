import { useState } from 'preact/hooks'
import type { RuleAgreement } from '../../contract/index.ts'
import { formatNumber, formatShare } from '../format/number.ts'
import { ATTRIBUTE, ORIGIN } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { MisreadPlaces } from './misread-places.tsx'
import { PlacesButton } from './places-button.tsx'

const COLUMNS = 5

/** One rule with its counts; opened, the places that it misread. */
export function RuleRow({ agreement }: { agreement: RuleAgreement }) {
  const { language, t, say } = useLanguage()
  const [open, setOpen] = useState(false)
  const { attribute, origin, rule, place, confirmed, corrected, rejected, wrong } = agreement
  const figure = (count: number) => formatNumber(count, language)
  const share = (part: number) => formatShare(part, language)
  const id = `places-${attribute}-${rule ?? origin}`.replaceAll('/', '-')
  return (
    <tbody>
      <tr>
        <th scope="row">
          {attribute !== 'number' && <b>{say(ATTRIBUTE[attribute])} </b>}
          {rule === null ? (
            t('dashboard.origin', { origin: origin === null ? '' : say(ORIGIN[origin]) })
          ) : (
            <code>{rule}</code>
          )}
          {place !== null && (
            <span class="rule-file">
              rules/{place.file}:{place.line}
            </span>
          )}
          {wrong.wrong > 0 && <PlacesButton open={open} controls={id} onToggle={() => setOpen(!open)} />}
        </th>
        <td class="figure">{figure(confirmed)}</td>
        <td class="figure">{figure(corrected)}</td>
        <td class="figure">{figure(rejected)}</td>
        <td class="figure">
          {t('dashboard.bounds', { rate: share(wrong.rate ?? 0), low: share(wrong.low), high: share(wrong.high) })}
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={COLUMNS} id={id}>
            <MisreadPlaces source={agreement} all={wrong.wrong} />
          </td>
        </tr>
      )}
    </tbody>
  )
}
