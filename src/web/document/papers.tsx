import type { DocumentHeader } from '../../contract/index.ts'
import { formatDate } from '../format/period.ts'
import { useLanguage } from '../language.tsx'

/** Who gets the document and which others it names; closed, because it is long and seldom needed. */
export function Papers({ recipients, references }: Pick<DocumentHeader, 'recipients' | 'references'>) {
  const { t } = useLanguage()
  if (recipients.length === 0 && references.length === 0) return null
  return (
    <details class="note">
      <summary>{t('document.more', { recipients: recipients.length, references: references.length })}</summary>
      <div class="papers">
        <section>
          <h3>{t('document.recipients')}</h3>
          <ul>
            {recipients.map(recipient => (
              <li key={recipient}>{recipient}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('document.references')}</h3>
          <ul>
            {references.map(({ kind, number, date, issuer, start }) => (
              <li key={start}>
                {[kind, number, date === null ? null : formatDate(date), issuer].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </details>
  )
}
