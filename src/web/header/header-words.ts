import type { HeaderField, HeaderFields, Language } from '../../contract/index.ts'
import { formatDate, formatPeriod } from '../format/period.ts'
import { AREA_LEVEL, DOCUMENT_KIND } from '../labels.ts'
import type { TextKey } from '../texts.ts'

/** The official names of the fields. */
export const FIELD_NAME: Readonly<Record<HeaderField, TextKey>> = {
  number: 'document.number',
  symbol: 'header.symbol',
  kind: 'document.kind',
  title: 'header.title',
  issuer: 'document.issuer',
  issued: 'document.issued',
  place: 'header.place',
  area: 'document.area',
  reports: 'document.reports',
  plans: 'document.plans',
  signer: 'document.signer',
  recipients: 'document.recipients',
}

const present = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(', ')

/** What a header says in a field, in words; empty where the document leaves it out. */
export const headerWords = (field: HeaderField, header: HeaderFields, language: Language): string => {
  switch (field) {
    case 'number':
    case 'symbol':
    case 'title':
    case 'place':
      return header[field] ?? ''
    case 'kind':
      return header.kind === undefined ? '' : DOCUMENT_KIND[header.kind][language]
    case 'issuer':
      return header.issuer?.name ?? ''
    case 'issued':
      return header.issued == null ? '' : formatDate(header.issued)
    case 'area':
      return header.area == null ? '' : `${header.area.name} (${AREA_LEVEL[header.area.level][language]})`
    case 'reports':
    case 'plans': {
      const period = header[field]
      return period == null ? '' : formatPeriod(period, language)
    }
    case 'signer':
      return present(header.signer?.name, header.signer?.title, header.signer?.capacity)
    case 'recipients':
      return (header.recipients ?? []).join('; ')
  }
}
