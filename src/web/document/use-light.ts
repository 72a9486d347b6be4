import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Flag, Span } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import type { ShownRecord } from '../review/shown-record.ts'
import type { FlagIndex } from './flag-index.ts'
import { placesOf } from './flag-places.ts'
import { MarkStates } from './mark-states.ts'
import { TextLight } from './text-light.ts'

interface Lit {
  readonly record: ShownRecord | undefined
  readonly flag: Flag | undefined
  readonly records: readonly ShownRecord[]
  readonly index: FlagIndex
  /** A place that was asked for; a new object each time, as the same may be asked for again. */
  readonly pointed: Span | null
  /** The text is drawn anew where this is another than before. */
  readonly drawn: unknown
}

/** Lights in the drawn text what is looked at, and marks what is settled; the text itself is not drawn again. */
export const useLight = (pane: RefObject<HTMLElement | null>, lit: Lit): void => {
  const { record, flag, records, index, pointed, drawn } = lit
  const { t } = useLanguage()
  const light = useRef<{ readonly of: unknown; readonly light: TextLight; readonly states: MarkStates } | null>(null)
  const lights = () => {
    if (light.current?.of !== drawn) {
      light.current?.light.putOut()
      light.current = null
    }
    if (pane.current === null) return null
    light.current ??= { of: drawn, light: new TextLight(pane.current), states: new MarkStates(pane.current) }
    return light.current
  }
  useLayoutEffect(() => () => light.current?.light.putOut(), [])
  useLayoutEffect(() => {
    lights()?.states.show(records, index.flags, state => t(`sheets.state.${state}`))
  }, [records, index.flags, drawn, t])
  useLayoutEffect(() => {
    lights()?.light.show(record, flag && placesOf(flag, index.records))
  }, [record?.id, record?.evidence.start, record?.evidence.end, flag?.id, drawn])
  // After what is selected is lit, which puts out what was pointed to before.
  useLayoutEffect(() => {
    if (pointed !== null) lights()?.light.point(pointed)
  }, [pointed])
}
