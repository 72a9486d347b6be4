import { useEffect, useRef } from 'preact/hooks'
import { useLanguage } from '../language.tsx'
import type { Zoom } from './lay-out-pages.ts'
import { stepZoom } from './zoom.ts'

interface PageToolbarProps {
  readonly page: number
  readonly pages: number
  readonly zoom: Zoom
  /** What the page that is read is shown at, 1 for 100 %. */
  readonly share: number
  readonly isDrawing: boolean
  readonly onPage: (page: number) => void
  readonly onZoom: (zoom: Zoom) => void
  readonly onDrawing: (isOn: boolean) => void
}

/** Moving through the pages, their size, and drawing. */
export function PageToolbar({ page, pages, zoom, share, isDrawing, onPage, onZoom, onDrawing }: PageToolbarProps) {
  const { t } = useLanguage()
  const field = useRef<HTMLInputElement>(null)
  // Once the page is painted: a field that is given a value has all that is about to be drawn laid out at once.
  useEffect(() => {
    if (field.current !== null) field.current.value = String(page)
  }, [page])
  const go = (to: number) => {
    if (to >= 1 && to <= pages) onPage(to)
  }
  return (
    <div class="sheets-tools" role="toolbar" aria-label={t('sheets.tools')}>
      <span class="sheets-tool">
        <button type="button" aria-label={t('sheets.previous')} disabled={page <= 1} onClick={() => go(page - 1)}>
          ‹
        </button>
        <label>
          {t('sheets.page')}{' '}
          <input
            ref={field}
            type="text"
            inputMode="numeric"
            size={3}
            onChange={event => {
              go(Number.parseInt(event.currentTarget.value, 10))
              event.currentTarget.value = String(page)
            }}
          />
        </label>
        <span>/{pages}</span>
        <button type="button" aria-label={t('sheets.next')} disabled={page >= pages} onClick={() => go(page + 1)}>
          ›
        </button>
      </span>
      <span class="sheets-tool">
        <button type="button" aria-label={t('sheets.smaller')} onClick={() => onZoom(stepZoom(share, -1))}>
          −
        </button>
        <button type="button" class="sheets-share" title={t('sheets.full-size')} onClick={() => onZoom(1)}>
          {Math.round(share * 100)} %
        </button>
        <button type="button" aria-label={t('sheets.larger')} onClick={() => onZoom(stepZoom(share, 1))}>
          +
        </button>
        <button type="button" aria-pressed={zoom === 'width'} onClick={() => onZoom('width')}>
          {t('sheets.fit-width')}
        </button>
      </span>
      <button type="button" aria-pressed={isDrawing} onClick={() => onDrawing(!isDrawing)}>
        {t('sheets.draw')}
      </button>
    </div>
  )
}
