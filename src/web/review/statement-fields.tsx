import type { CodeList } from '../../contract/index.ts'
import { AREA_LEVEL, MEASURE, PER, SECTOR, STATUS, SUBJECT, UNIT_NAME } from '../labels.ts'
import { useLanguage } from '../language.tsx'
import { CHOSEN_COMPARATOR } from './choices.ts'
import { CodeSelect } from './code-select.tsx'
import { Field } from './field.tsx'
import { PerChoice } from './per-choice.tsx'
import {
  chooseComparator,
  chooseUnit,
  comparatorOf,
  echoOf,
  indicatorOf,
  type StatementDraft,
  unitOf,
} from './statement-draft.ts'
import type { StatementFaults } from './statement-faults.ts'

interface StatementFieldsProps {
  readonly draft: StatementDraft
  readonly codes: CodeList
  /** What in it cannot be, by attribute. */
  readonly faults: StatementFaults
  /** Nothing can be changed at the moment. */
  readonly busy: boolean
  readonly onChange: (changes: Partial<StatementDraft>) => void
}

type TextField = 'value' | 'period' | 'label' | 'areaName' | 'qualifier' | 'source'

/** The attributes of a statement, each in its field with what is wrong with it; what the figure is read as stands under it. */
export function StatementFields({ draft, codes, faults, busy, onChange }: StatementFieldsProps) {
  const { t, language } = useLanguage()
  const setIndicator = (typed: string) => {
    const before = indicatorOf(draft.indicator, codes)
    const now = indicatorOf(typed, codes)
    // The name of the one before would be wrong; words of the document are kept.
    const renamed = now !== undefined && draft.label === before?.label.vi ? { label: now.label.vi } : {}
    onChange({ indicator: typed, ...renamed })
  }
  const text = (field: TextField, input: object, list?: string) => (
    <input
      {...input}
      type="text"
      lang="vi"
      value={draft[field]}
      list={list}
      autocomplete="off"
      readOnly={busy}
      onInput={event => onChange({ [field]: event.currentTarget.value })}
    />
  )

  return (
    <>
      <Field label={t('records.value')} fault={faults.value} echo={echoOf(draft)}>
        {input => text('value', input)}
      </Field>
      <Field label={t('edit.unit')} fault={faults.unit}>
        {input => (
          <CodeSelect
            names={UNIT_NAME}
            value={unitOf(draft)}
            input={input}
            onChange={unit => unit !== null && onChange(chooseUnit(draft, unit))}
          />
        )}
      </Field>
      <Field label={t('records.period')} fault={faults.period}>
        {input => text('period', input)}
      </Field>
      <Field label={t('records.status')} fault={faults.status}>
        {input => (
          <CodeSelect
            names={STATUS}
            value={draft.status}
            input={input}
            onChange={status => status !== null && onChange({ status })}
          />
        )}
      </Field>
      <Field label={t('records.indicator')} fault={faults.indicator} wide>
        {input => (
          <>
            <input
              {...input}
              type="text"
              list="indicators"
              autocomplete="off"
              readOnly={busy}
              value={draft.indicator}
              onInput={event => setIndicator(event.currentTarget.value)}
            />
            <datalist id="indicators">
              {codes.indicators.map(({ code, label }) => (
                <option key={code} value={label[language]}>
                  {code}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={t('edit.label')} fault={faults.label} wide>
        {input => text('label', input)}
      </Field>
      <Field label={t('edit.subject')} fault={faults.subject}>
        {input => (
          <CodeSelect
            names={SUBJECT}
            value={draft.subject}
            input={input}
            onChange={subject => subject !== null && onChange({ subject })}
          />
        )}
      </Field>
      <Field label={t('edit.sector')} fault={faults.sector}>
        {input => (
          <CodeSelect
            names={SECTOR}
            value={draft.sector}
            optional
            input={input}
            onChange={sector => onChange({ sector })}
          />
        )}
      </Field>
      <Field label={t('records.measure')} fault={faults.measure}>
        {input => (
          <CodeSelect
            names={MEASURE}
            value={draft.measure}
            input={input}
            onChange={measure => measure !== null && onChange({ measure })}
          />
        )}
      </Field>
      <Field label={t('edit.comparator')} fault={faults.comparator}>
        {input => (
          <CodeSelect
            names={CHOSEN_COMPARATOR}
            value={comparatorOf(draft)}
            input={input}
            onChange={comparator => comparator !== null && onChange(chooseComparator(draft, comparator))}
          />
        )}
      </Field>
      <PerChoice
        legend={t('edit.per')}
        names={PER}
        value={draft.per}
        fault={faults.per}
        onChange={per => onChange({ per })}
      />
      <Field label={t('why.area')} fault={faults.area}>
        {input => (
          <>
            {text('areaName', input, 'areas')}
            <datalist id="areas">
              {[...new Set(codes.provinces.map(({ name }) => name))].map(name => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={t('edit.area-level')}>
        {input => (
          <CodeSelect
            names={AREA_LEVEL}
            value={draft.areaLevel}
            input={input}
            onChange={areaLevel => areaLevel !== null && onChange({ areaLevel })}
          />
        )}
      </Field>
      <Field label={t('why.qualifier')} fault={faults.qualifier}>
        {input => text('qualifier', input)}
      </Field>
      <Field label={t('why.source')} fault={faults.source}>
        {input => text('source', input)}
      </Field>
    </>
  )
}
