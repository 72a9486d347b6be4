import type { Extraction } from '../../contract/index.ts'
import type { ArchivedDocument } from '../../http/schemas.ts'
import { formatDate, formatPeriod } from '../format/period.ts'
import { AREA_LEVEL, DOCUMENT_KIND, ENCODING, READ_BY } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { FlagCounts } from '../ui/flag-counts.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { Downloads } from './downloads.tsx'
import { Papers } from './papers.tsx'

interface DocumentHeadProps {
  readonly document: ArchivedDocument
  readonly extraction: Extraction
  readonly onHelp: () => void
}

const present = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(', ')

/** The document's header fields (thể thức văn bản), as they were read. */
export function DocumentHead({ document, extraction, onHelp }: DocumentHeadProps) {
  const { language, t, say } = useLanguage()
  const head = extraction.document
  const { signer, area } = head
  const read = `${say(READ_BY[head.readBy])}, ${say(ENCODING[head.encoding])}`
  const fields: readonly (readonly [string, string])[] = [
    [t('document.number'), head.number ?? head.symbol ?? ''],
    [t('document.kind'), say(DOCUMENT_KIND[head.kind])],
    [t('document.issued'), present(head.place, head.issued && formatDate(head.issued))],
    [t('document.issuer'), head.issuer?.name ?? ''],
    [t('document.area'), area === null ? '' : `${area.name} (${say(AREA_LEVEL[area.level])})`],
    [t('document.reports'), head.reports === null ? '' : formatPeriod(head.reports, language)],
    [t('document.plans'), head.plans === null ? '' : formatPeriod(head.plans, language)],
    [t('document.signer'), present(signer?.name, signer?.title, signer?.capacity)],
    [
      t('document.file'),
      present(head.name, head.pages === null ? null : t('document.pages', { count: head.pages }), read),
    ],
  ]
  return (
    <header class="document-head">
      <div class="document-title">
        <h1 lang="vi">{head.title ?? t('document.untitled')}</h1>
        <StateBadge state={document.state} />
        <FlagCounts flags={document.flags} />
        <Downloads id={document.id} extraction={extraction} />
        <button type="button" onClick={onHelp}>
          {t('help.button')}
        </button>
      </div>
      <dl class="fields">
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? <span class="quiet">{t('document.none')}</span> : value}</dd>
          </div>
        ))}
      </dl>
      <Papers recipients={head.recipients} references={head.references} />
    </header>
  )
}
