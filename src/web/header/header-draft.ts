import type {
  Area,
  AreaLevel,
  DocumentHeader,
  DocumentKind,
  HeaderChanges,
  HeaderField,
  Province,
} from '../../contract/index.ts'
import { formatDate, formatPeriod } from '../format/period.ts'
import { type PeriodFault, periodTyped } from '../review/typed-period.ts'
import { provinceNamed } from './province-named.ts'
import { type DateFault, readTypedDate } from './typed-date.ts'

/** A header as it stands in the fields of a form. */
export interface HeaderDraft {
  readonly number: string
  readonly symbol: string
  readonly kind: DocumentKind
  readonly title: string
  readonly issuerName: string
  readonly issuerLevel: AreaLevel
  readonly areaName: string
  readonly areaLevel: AreaLevel
  readonly place: string
  readonly issued: string
  readonly reports: string
  readonly plans: string
  readonly signerName: string
  readonly signerTitle: string
  readonly signerCapacity: string
  /** One on each line. */
  readonly recipients: string
}

export type HeaderFault = DateFault | PeriodFault | 'no-province'

/** Which parts of the form each header field is made of, in the order of the form. */
export const PARTS: { readonly [F in HeaderField]: readonly (keyof HeaderDraft)[] } = {
  number: ['number'],
  symbol: ['symbol'],
  kind: ['kind'],
  title: ['title'],
  issuer: ['issuerName', 'issuerLevel'],
  issued: ['issued'],
  place: ['place'],
  area: ['areaName', 'areaLevel'],
  reports: ['reports'],
  plans: ['plans'],
  signer: ['signerName', 'signerTitle', 'signerCapacity'],
  recipients: ['recipients'],
}

export const FIELDS = Object.keys(PARTS) as readonly HeaderField[]

export const draftOf = (header: Omit<DocumentHeader, 'references'>): HeaderDraft => ({
  number: header.number ?? '',
  symbol: header.symbol ?? '',
  kind: header.kind,
  title: header.title ?? '',
  issuerName: header.issuer?.name ?? '',
  issuerLevel: header.issuer?.level ?? 'province',
  areaName: header.area?.name ?? '',
  areaLevel: header.area?.level ?? 'province',
  place: header.place ?? '',
  issued: header.issued === null ? '' : formatDate(header.issued),
  reports: header.reports === null ? '' : formatPeriod(header.reports, 'vi'),
  plans: header.plans === null ? '' : formatPeriod(header.plans, 'vi'),
  signerName: header.signer?.name ?? '',
  signerTitle: header.signer?.title ?? '',
  signerCapacity: header.signer?.capacity ?? '',
  recipients: header.recipients.join('\n'),
})

export interface ReadHeader {
  /** The fields that say something else than before. */
  readonly changes: HeaderChanges
  readonly faults: Readonly<Partial<Record<HeaderField, HeaderFault>>>
}

type Reading<F extends HeaderField> = { readonly value: DocumentHeader[F] } | { readonly fault: HeaderFault }

/**
 * Reads what stands in a form: the fields that were changed, and what in them cannot be.
 * @param before the header that is corrected; what was not touched stays exactly as it is
 */
export const readHeader = (
  draft: HeaderDraft,
  before: Omit<DocumentHeader, 'references'>,
  provinces: readonly Province[],
): ReadHeader => {
  const unchanged = draftOf(before)
  const changes: Record<string, unknown> = {}
  const faults: Partial<Record<HeaderField, HeaderFault>> = {}
  for (const field of FIELDS) {
    if (PARTS[field].every(part => draft[part].trim() === unchanged[part])) continue
    const read = READERS[field](draft, provinces)
    if ('fault' in read) faults[field] = read.fault
    else if (JSON.stringify(read.value) !== JSON.stringify(before[field])) changes[field] = read.value
  }
  return { changes, faults }
}

const oneLine = (text: string): string | null => text.replace(/\s+/gu, ' ').trim() || null

const READERS: { readonly [F in HeaderField]: (draft: HeaderDraft, provinces: readonly Province[]) => Reading<F> } = {
  number: draft => ({ value: oneLine(draft.number) }),
  symbol: draft => ({ value: oneLine(draft.symbol) }),
  kind: draft => ({ value: draft.kind }),
  title: draft => ({ value: oneLine(draft.title) }),
  issuer: draft => {
    const name = oneLine(draft.issuerName)
    return { value: name === null ? null : { name, level: draft.issuerLevel } }
  },
  issued: ({ issued }) => {
    if (issued.trim() === '') return { value: null }
    const read = readTypedDate(issued)
    return 'fault' in read ? read : { value: read.date }
  },
  place: draft => ({ value: oneLine(draft.place) }),
  area: areaOf,
  reports: draft => periodOf(draft.reports),
  plans: draft => periodOf(draft.plans),
  signer: draft => {
    const signer = {
      name: oneLine(draft.signerName),
      title: oneLine(draft.signerTitle),
      capacity: oneLine(draft.signerCapacity),
    }
    return { value: Object.values(signer).some(part => part !== null) ? signer : null }
  },
  recipients: draft => ({ value: draft.recipients.split('\n').flatMap(line => oneLine(line) ?? []) }),
}

function areaOf(draft: HeaderDraft, provinces: readonly Province[]): { value: Area | null } | { fault: HeaderFault } {
  const name = oneLine(draft.areaName)
  const level = draft.areaLevel
  if (name === null) return { value: null }
  if (level !== 'province') return { value: { code: null, name, level } }
  const issued = readTypedDate(draft.issued)
  const province = provinceNamed(name, 'date' in issued ? issued.date : null, provinces)
  if (province === undefined) return { fault: 'no-province' }
  return { value: { code: province.code, name: province.name, level } }
}

const periodOf = (typed: string): { value: string | null } | { fault: HeaderFault } => {
  const read = periodTyped(typed)
  return 'fault' in read ? read : { value: read.period }
}
