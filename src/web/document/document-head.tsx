import { memo } from 'preact/compat'
import type { CurrentHeader, Extraction, HeaderField } from '../../contract/index.ts'
import type { ArchivedDocument } from '../../http/schemas.ts'
import type { HeaderDesk, KnownHeader } from '../header/decide-on-header.ts'
import { EditHeader } from '../header/edit-header.tsx'
import { headerWords } from '../header/header-words.ts'
import { SettledBy } from '../header/settled-by.tsx'
import { ENCODING, READ_BY } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import type { TextKey } from '../texts.ts'
import { FlagCounts } from '../ui/flag-counts.tsx'
import { HeldBy } from '../ui/held-by.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { Downloads } from './downloads.tsx'
import { Papers } from './papers.tsx'

interface DocumentHeadProps {
  readonly document: ArchivedDocument
  readonly extraction: Extraction
  /** Those that are open now. */
  readonly flags: ArchivedDocument['flags']
  /** Null until it is known what reviewers have decided. */
  readonly known: KnownHeader | null
  readonly desk: HeaderDesk
  readonly onHelp: () => void
}

const present = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(', ')

/** The rows of the head, and the header fields that stand in each. */
const ROWS: readonly (readonly [TextKey, readonly HeaderField[]])[] = [
  ['document.number', ['number']],
  ['document.kind', ['kind']],
  ['document.issued', ['place', 'issued']],
  ['document.issuer', ['issuer']],
  ['document.area', ['area']],
  ['document.reports', ['reports']],
  ['document.plans', ['plans']],
  ['document.signer', ['signer']],
]

function Head({ document, extraction, flags, known, desk, onHelp }: DocumentHeadProps) {
  const { language, t, say } = useLanguage()
  const file = extraction.document
  const head: CurrentHeader = known?.header ?? { ...file, settled: {}, machine: {}, since: [] }
  const read = `${say(READ_BY[file.readBy])}, ${say(ENCODING[file.encoding])}`
  const words = (fields: readonly HeaderField[]) =>
    present(...fields.map(field => headerWords(field, head, language))) ||
    (fields.includes('number') ? (head.symbol ?? '') : '')
  return (
    <header class="document-head">
      <div class="document-title">
        <h1 lang="vi">{head.title ?? t('document.untitled')}</h1>
        <StateBadge state={document.state} />
        <HeldBy assignment={document.assignment} />
        <FlagCounts flags={flags} />
        <Downloads id={document.id} />
        <EditHeader key={document.id} document={document.id} known={known} desk={desk} />
        <button type="button" onClick={onHelp}>
          {t('help.button')}
        </button>
      </div>
      <dl class="fields">
        {head.settled.title !== undefined && (
          <div>
            <dt>{t('header.title')}</dt>
            <dd>
              <SettledBy header={head} field="title" />
            </dd>
          </div>
        )}
        {ROWS.map(([name, fields]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {words(fields) || <span class="quiet">{t('document.none')}</span>}
              {fields.map(field => (
                <SettledBy key={field} header={head} field={field} />
              ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('document.file')}</dt>
          <dd>{present(file.name, file.pages === null ? null : t('document.pages', { count: file.pages }), read)}</dd>
        </div>
      </dl>
      <Papers recipients={head.recipients} references={head.references} />
    </header>
  )
}

/** The document's header fields (thể thức văn bản), as machine and reviewers have them. */
export const DocumentHead = memo(Head)
