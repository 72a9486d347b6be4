import type { Bilingual, Per } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'

interface PerChoiceProps {
  readonly legend: string
  readonly names: Readonly<Record<Per, Bilingual>>
  readonly value: readonly Per[]
  readonly fault: string | undefined
  readonly onChange: (per: readonly Per[]) => void
}

/** What an average is taken over; the order is that in which they are ticked. */
export function PerChoice({ legend, names, value, fault, onChange }: PerChoiceProps) {
  const { say } = useLanguage()
  return (
    <fieldset class="field field-wide per-choice">
      <legend>{legend}</legend>
      {(Object.keys(names) as Per[]).map(per => (
        <label key={per}>
          <input
            type="checkbox"
            checked={value.includes(per)}
            onChange={event =>
              onChange(event.currentTarget.checked ? [...value, per] : value.filter(other => other !== per))
            }
          />{' '}
          {say(names[per])}
        </label>
      ))}
      {fault !== undefined && <span class="field-note field-fault">▲ {fault}</span>}
    </fieldset>
  )
}
