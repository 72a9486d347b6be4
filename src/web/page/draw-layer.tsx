import type { TargetedPointerEvent } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Box } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { boxBetween, movedBox } from './drawn-box.ts'
import { framed } from './framed.ts'
import type { PlacedPage } from './lay-out-pages.ts'
import type { PagePlace } from './marked.ts'
import { pointOn } from './point-on.ts'

interface DrawLayerProps {
  readonly placed: PlacedPage
  readonly place: PagePlace | null
  /** Whether drawing was asked for: every pointer draws, and so do the arrow keys. */
  readonly isOn: boolean
  /** Whether mouse and pen draw all the same: on a page without words there is nothing else for them to do. */
  readonly takesMouse: boolean
  readonly onBox: (place: PagePlace | null) => void
}

interface Drag {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
}

/** Where a box is drawn on a page, by dragging or by the arrow keys. */
export function DrawLayer({ placed, place, isOn, takesMouse, onBox }: DrawLayerProps) {
  const { t } = useLanguage()
  const [drag, setDrag] = useState<Drag | null>(null)
  const frame = useRef<HTMLButtonElement>(null)
  const { page, scale } = placed
  const size = { width: placed.width / scale, height: placed.height / scale }
  const drawn: Box | null = drag === null ? (place?.box ?? null) : boxBetween(drag.from, drag.to, size)

  const pointAt = (event: TargetedPointerEvent<HTMLElement>) => pointOn(event.currentTarget, scale, event)
  const begin = (event: TargetedPointerEvent<HTMLElement>) => {
    const draws = isOn || (takesMouse && event.pointerType !== 'touch')
    if (!draws || event.button !== 0 || !event.isPrimary) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    const point = pointAt(event)
    setDrag({ from: point, to: point })
  }
  const follow = (event: TargetedPointerEvent<HTMLElement>) => {
    if (drag !== null) setDrag({ from: drag.from, to: pointAt(event) })
  }
  const finish = () => {
    if (drag === null) return
    const box = boxBetween(drag.from, drag.to, size)
    setDrag(null)
    // A click draws nothing: it lets go of what was drawn.
    if (box !== null || place !== null) onBox(box === null ? null : { page, box })
  }

  // As long as it lasts and no longer: Escape is meant for other things before and after.
  const isDragged = drag !== null
  useLayoutEffect(() => {
    if (!isDragged) return
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      setDrag(null)
    }
    addEventListener('keydown', leave, true)
    return () => removeEventListener('keydown', leave, true)
  }, [isDragged])

  // The keys that were asked for need something to move, from the first.
  const isHere = place !== null
  useLayoutEffect(() => {
    if (isOn && isHere) frame.current?.focus({ preventScroll: true })
  }, [isOn, isHere])

  const press = (event: KeyboardEvent) => {
    const next = place === null ? null : movedBox(place.box, event, size)
    if (next === null) return
    event.preventDefault()
    onBox({ page, box: next })
  }

  return (
    <div
      class={`sheet-draw${isOn ? ' is-on' : ''}${takesMouse ? ' takes-mouse' : ''}`}
      onPointerDown={begin}
      onPointerMove={follow}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
    >
      {drawn !== null && (
        <button
          ref={frame}
          type="button"
          class="sheet-drawn"
          style={framed(drawn, scale)}
          tabIndex={isOn ? 0 : -1}
          aria-label={t('sheets.drawn', { box: drawn.map(Math.round).join(', ') })}
          aria-describedby={isOn ? 'sheets-draw-help' : undefined}
          onKeyDown={press}
        />
      )}
    </div>
  )
}
