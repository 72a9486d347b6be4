import type { CurrentHeader } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import type { Saved } from './decide-on-header.ts'
import { FIELD_NAME, headerWords } from './header-words.ts'

interface OvertakenProps {
  readonly overtaken: Extract<Saved, { is: 'overtaken' }>
  readonly header: CurrentHeader
}

/** What others have changed in a header while it was being edited. */
export function Overtaken({ overtaken: { fields, before }, header }: OvertakenProps) {
  const { t, language } = useLanguage()
  return (
    <div class="overtaken" role="alert">
      <p>
        <b>
          <span aria-hidden="true">▲ </span>
          {t('header.overtaken.title')}
        </b>
      </p>
      <ul>
        {fields.map(field => (
          <li key={field}>
            {t('header.overtaken.change', {
              field: t(FIELD_NAME[field]),
              before: headerWords(field, before, language) || t('document.none'),
              now: headerWords(field, header, language) || t('document.none'),
              who: header.settled[field]?.who ?? t('header.overtaken.machine'),
            })}
          </li>
        ))}
      </ul>
      <p>{t('header.overtaken.cure')}</p>
    </div>
  )
}
