import { memo } from 'preact/compat'
import { useEffect, useState } from 'preact/hooks'
import type { Box } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'
import { DrawLayer } from './draw-layer.tsx'
import { framed } from './framed.ts'
import type { PlacedPage } from './lay-out-pages.ts'
import type { MarkGroup } from './mark-groups.ts'
import type { LightKind, Lit, PagePlace } from './marked.ts'
import { PageMark } from './page-mark.tsx'
import { PagePicture } from './page-picture.tsx'
import type { PageSource } from './page-source.ts'
import { useInks } from './use-inks.ts'

interface PageSheetProps {
  readonly source: PageSource
  readonly placed: PlacedPage
  readonly groups: readonly MarkGroup[]
  readonly lit: readonly Lit[]
  /** The record that is selected, where it stands on this page. */
  readonly selected: string | null
  /** The mark that the tab key stops at. */
  readonly stop: string | null
  /** The place that is to become a record, where it is on this page. */
  readonly place: PagePlace | null
  readonly isDrawing: boolean
  readonly onBox: (place: PagePlace | null) => void
  readonly onDrawn: () => void
  /** Told where what was asked for stands. */
  readonly onPlace: (kind: LightKind, page: number, box: Box) => void
}

/** One page with everything that lies over it. */
function Sheet(props: PageSheetProps) {
  const { source, placed, groups, lit, selected, stop, place, isDrawing, onBox, onDrawn, onPlace } = props
  const { t } = useLanguage()
  const { page, left, top, width, height, scale } = placed
  const [layer, setLayer] = useState<Element | null>(null)
  const { inks, lights } = useInks(layer, width / scale, groups, lit)
  const sought = lights.find(({ kind }) => kind === 'sought')
  const pointed = lights.find(({ kind }) => kind === 'pointed')
  useEffect(() => {
    for (const light of [sought, pointed]) if (light !== undefined) onPlace(light.kind, page, light.box)
  }, [sought, pointed, page, onPlace])
  const style = {
    ...{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` },
    '--total-scale-factor': scale,
  }
  return (
    <section class="sheet" style={style} data-page={page} aria-label={t('sheets.page.label', { page })}>
      <PagePicture source={source} page={page} scale={scale} onDrawn={onDrawn} onWords={setLayer} />
      <div class="sheet-lights" aria-hidden="true">
        {lights.map(({ box, kind }) => (
          <div key={`${kind} ${box.join(' ')}`} class={`sheet-light light-${kind}`} style={framed(box, scale)} />
        ))}
      </div>
      <DrawLayer placed={placed} place={place} isOn={isDrawing} takesMouse={source.words === null} onBox={onBox} />
      {groups.map(group => (
        <PageMark
          key={group.key}
          group={group}
          box={inks.get(group.key) ?? group.box}
          scale={scale}
          isSelected={selected !== null && group.ids.includes(selected)}
          isStop={group.key === stop}
        />
      ))}
    </section>
  )
}

export const PageSheet = memo(Sheet)
