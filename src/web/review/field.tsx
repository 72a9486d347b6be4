import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

interface FieldProps {
  readonly label: string
  readonly fault?: string | undefined
  /** What the field is understood as. */
  readonly echo?: string | null
  readonly wide?: boolean
  readonly children: (input: {
    readonly id: string
    readonly 'aria-describedby': string
    readonly 'aria-invalid': boolean
  }) => ComponentChildren
}

/** A field of a form with its name, what is wrong with it, which is also announced, and what it is understood as. */
export function Field({ label, fault, echo, wide = false, children }: FieldProps) {
  const id = useId()
  return (
    <div class={wide ? 'field field-wide' : 'field'}>
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-fault ${id}-echo`, 'aria-invalid': fault !== undefined })}
      <span id={`${id}-fault`} class={fault === undefined ? 'unseen' : 'field-note field-fault'} aria-live="polite">
        {fault !== undefined && <span aria-hidden="true">▲ </span>}
        {fault}
      </span>
      <span id={`${id}-echo`} class="field-note">
        {fault === undefined && echo}
      </span>
    </div>
  )
}
