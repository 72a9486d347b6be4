import { useMemo } from 'preact/hooks'
import type { Box } from '../../contract/index.ts'
import { remembered } from '../remembered.ts'
import type { MarkGroup } from './mark-groups.ts'
import type { LightKind, Lit } from './marked.ts'
import { PageWords } from './page-words.ts'

export interface Light {
  readonly kind: LightKind
  readonly box: Box
}

/**
 * Where numbers and lit words of a page stand to the letter, as far as the words over the page tell.
 * @param layer the words of the page; null until they stand in it, or where there are none
 * @param width of the page as it is shown, in points
 * @returns the ink of the numbers, by the keys of their groups, and the boxes to light
 */
export const useInks = (
  layer: Element | null,
  width: number,
  groups: readonly MarkGroup[],
  lit: readonly Lit[],
): { readonly inks: ReadonlyMap<string, Box>; readonly lights: readonly Light[] } => {
  const words = useMemo(() => (layer === null ? null : new PageWords(layer, width)), [layer, width])
  // Records that change stay at their places, and so does what is lit beside them: each is looked for once.
  const known = useMemo(
    () => ({ words, boxes: new Map<string, Box>(), lights: remembered((light: Lit) => lightsOf(light, words)) }),
    [words],
  )
  const inks = useMemo(() => {
    for (const { key, number, box } of groups) {
      if (known.words === null || known.boxes.has(key)) continue
      known.boxes.set(key, known.words.inkOf(number, box) ?? box)
    }
    return known.boxes
  }, [groups, known])
  const lights = useMemo(() => lit.flatMap(known.lights), [lit, known])
  return { inks, lights }
}

const lightsOf = ({ kind, at }: Lit, words: PageWords | null): Light[] => {
  if ('box' in at) return [{ kind, box: at.box }]
  return (words?.inkBetween(at.between) ?? []).map(box => ({ kind, box }))
}
