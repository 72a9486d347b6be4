import { useLanguage } from '../language.tsx'
import { Field } from './field.tsx'

interface WhyFieldProps {
  readonly value: string
  readonly onInput: (why: string) => void
}

/** Why something is decided, where it needs saying. */
export function WhyField({ value, onInput }: WhyFieldProps) {
  const { t } = useLanguage()
  return (
    <Field label={t('edit.why')} wide>
      {input => (
        <input
          {...input}
          type="text"
          maxLength={2000}
          value={value}
          onInput={event => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
