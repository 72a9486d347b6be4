import type { Bilingual } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'

interface CodeSelectProps<Code extends string> {
  readonly names: Readonly<Record<Code, Bilingual>>
  readonly value: Code | null
  /** It may be left open. */
  readonly optional?: boolean
  readonly input: object
  readonly onChange: (code: Code | null) => void
}

/** One of the contract’s codes, by its name. */
export function CodeSelect<Code extends string>({ names, value, optional, input, onChange }: CodeSelectProps<Code>) {
  const { say } = useLanguage()
  return (
    <select
      {...input}
      value={value ?? ''}
      onChange={event => onChange((event.currentTarget.value || null) as Code | null)}
    >
      {optional && <option value="">–</option>}
      {(Object.keys(names) as Code[]).map(code => (
        <option key={code} value={code}>
          {say(names[code]) || code}
        </option>
      ))}
    </select>
  )
}
