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

/** A field of a form with its name, what is wrong with it, and what it is understood as. */
export function Field({ label, fault, echo, wide = false, children }: FieldProps) {
  const id = useId()
  return (
    <div class={wide ? 'field field-wide' : 'field'}>
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-note`, 'aria-invalid': fault !== undefined })}
      <span id={`${id}-note`} class={fault === undefined ? 'field-note' : 'field-note field-fault'}>
        {fault !== undefined && <span aria-hidden="true">▲ </span>}
        {fault ?? echo}
      </span>
    </div>
  )
}
