import type { CurrentHeader, HeaderField, Province } from '../../contract/index.ts'
import { formatPeriod } from '../format/period.ts'
import { AREA_LEVEL, DOCUMENT_KIND } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { CodeSelect } from '../review/code-select.tsx'
import { Field } from '../review/field.tsx'
import type { TextKey } from '../texts.ts'
import type { HeaderDraft, ReadHeader } from './header-draft.ts'
import { HeaderPart } from './header-part.tsx'
import { FIELD_NAME } from './header-words.ts'

interface HeaderInputsProps {
  readonly header: CurrentHeader
  readonly draft: HeaderDraft
  /** What it says otherwise than the header. */
  readonly changes: ReadHeader['changes']
  /** What in it cannot be. */
  readonly faults: ReadHeader['faults']
  readonly provinces: readonly Province[]
  /** What the server had against a field. */
  readonly issues: Readonly<Partial<Record<HeaderField, string>>>
  readonly busy: boolean
  readonly onEdit: (edits: Partial<HeaderDraft>) => void
  readonly onUndo: (decision: string) => void
}

type TextPart = Exclude<keyof HeaderDraft, 'kind' | 'issuerLevel' | 'areaLevel'>

/** The fields of a header, in the order in which a document has them, each with what is wrong with it. */
export function HeaderInputs(props: HeaderInputsProps) {
  const { header, draft, changes, faults, provinces, issues, busy, onEdit, onUndo } = props
  const { t, language } = useLanguage()
  const faultOf = (field: HeaderField): string | undefined => {
    const fault = faults[field]
    return fault === undefined ? issues[field] : t(`header.fault.${fault}`)
  }
  const part = { header, busy, onUndo }
  const text = (name: TextPart, most: number, input: object, list?: string) => (
    <input
      {...input}
      type="text"
      lang="vi"
      autocomplete="off"
      maxLength={most}
      list={list}
      value={draft[name]}
      onInput={event => onEdit({ [name]: event.currentTarget.value })}
    />
  )
  const lines = (name: TextPart, most: number, rows: number, input: object) => (
    <textarea
      {...input}
      lang="vi"
      rows={rows}
      maxLength={most}
      value={draft[name]}
      onInput={event => onEdit({ [name]: event.currentTarget.value })}
    />
  )
  const simple = (field: HeaderField & TextPart, most: number, echo?: string | null) => (
    <HeaderPart {...part} field={field}>
      <Field label={t(FIELD_NAME[field])} fault={faultOf(field)} echo={echo ?? null}>
        {input => text(field, most, input)}
      </Field>
    </HeaderPart>
  )
  const level = (name: 'issuerLevel' | 'areaLevel', label: TextKey) => (
    <Field label={t(label)}>
      {input => (
        <CodeSelect
          names={AREA_LEVEL}
          value={draft[name]}
          input={input}
          onChange={code => code !== null && onEdit({ [name]: code })}
        />
      )}
    </Field>
  )
  const { area } = changes
  const period = (field: 'reports' | 'plans') => {
    const changed = changes[field]
    return simple(field, 60, changed == null ? null : formatPeriod(changed, language))
  }

  return (
    <div class="header-inputs">
      {simple('number', 100)}
      {simple('symbol', 100)}
      <HeaderPart {...part} field="kind">
        <Field label={t('document.kind')} fault={faultOf('kind')}>
          {input => (
            <CodeSelect
              names={DOCUMENT_KIND}
              value={draft.kind}
              input={input}
              onChange={kind => kind !== null && onEdit({ kind })}
            />
          )}
        </Field>
      </HeaderPart>
      {simple('issued', 60, changes.issued ?? null)}
      <HeaderPart {...part} field="title" wide>
        <Field label={t('header.title')} fault={faultOf('title')}>
          {input => lines('title', 2000, 2, input)}
        </Field>
      </HeaderPart>
      <HeaderPart {...part} field="issuer">
        <Field label={t('document.issuer')} fault={faultOf('issuer')}>
          {input => text('issuerName', 300, input)}
        </Field>
        {level('issuerLevel', 'header.issuer.level')}
      </HeaderPart>
      <HeaderPart {...part} field="area">
        <Field
          label={t('document.area')}
          fault={faultOf('area')}
          echo={area == null ? null : area.code === null ? t('header.no-code') : t('header.code', { code: area.code })}
        >
          {input => text('areaName', 300, input, 'header-provinces')}
        </Field>
        <datalist id="header-provinces">
          {[...new Set(provinces.map(({ name }) => name))].map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {level('areaLevel', 'header.area.level')}
      </HeaderPart>
      {simple('place', 200)}
      {period('reports')}
      {period('plans')}
      <HeaderPart {...part} field="signer" wide>
        <Field label={t('document.signer')} fault={faultOf('signer')}>
          {input => text('signerName', 300, input)}
        </Field>
        <Field label={t('header.signer.title')}>{input => text('signerTitle', 300, input)}</Field>
        <Field label={t('header.signer.capacity')}>{input => text('signerCapacity', 300, input)}</Field>
      </HeaderPart>
      <HeaderPart {...part} field="recipients" wide>
        <Field label={t('document.recipients')} fault={faultOf('recipients')} echo={t('header.recipients.each')}>
          {input => lines('recipients', 20_000, 3, input)}
        </Field>
      </HeaderPart>
    </div>
  )
}
