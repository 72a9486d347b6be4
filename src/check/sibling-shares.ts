import type { Figure } from './figure.ts'
import type { Found } from './found.ts'
import { figure, figuresIn, type Identity, operation, outcomeOf } from './identity.ts'
import type { List } from './lists.ts'
import { distance, NEAR } from './places.ts'

/** Parts of one whole with the share of each: `88 HTX tốt (chiếm 55,0%), 52 HTX trung bình (32,5%), 20 HTX yếu (12,5%)`. */
export const SIBLINGS = 'shares-of-parts'

/** So many parts have to have their share of one figure before the others are held to it. */
const FEWEST = 2
/** Figures before the parts among which the whole is looked for. */
const LOOKED_AT = 12

interface Part {
  readonly part: Figure
  readonly share: Figure
}

/**
 * The shares of parts that stand beside each other, held to the whole that most of them are shares of; and that of a part in a list
 * which comes out, held to the whole of the list.
 */
export const siblingShares = (text: string, figures: readonly Figure[], lists: readonly List[]): Found[] => {
  const inText = figures.filter(f => f.place.cell === null).sort((a, b) => a.place.start - b.place.start)
  const parts = partsIn(inText)
  const wholes = wholesOf(lists)
  const listed = parts.flatMap((p): Found[] => {
    const whole = wholes.get(p.part)
    return whole === undefined || !isBeside(text, p)
      ? []
      : [{ identity: identityOf(p, whole), although: null, weak: true }]
  })
  const grouped = groupsOf(parts).flatMap(group => {
    const whole = wholeOf(group, inText)
    if (whole === null) return []
    const holds = group.filter(p => outcomeOf(identityOf(p, whole)) !== 'fails').length
    return group.map(p => ({
      identity: identityOf(p, whole),
      although: null,
      weak: true,
      evidence: { holds, of: group.length },
    }))
  })
  return [...grouped, ...listed]
}

/** The whole of each part that is listed; a part in two lists has none that is sure. */
const wholesOf = (lists: readonly List[]): ReadonlyMap<Figure, Figure> => {
  const wholes = new Map<Figure, Figure>()
  const twice = new Set<Figure>()
  for (const { identity } of lists)
    for (const part of figuresIn(identity.right)) {
      if (wholes.has(part)) twice.add(part)
      wholes.set(part, identity.left)
    }
  for (const part of twice) wholes.delete(part)
  return wholes
}

/** A share in the brackets behind its part, or just behind it: `13,5 tỷ đồng (76,7%)`, `88 HTX tốt, chiếm 55%`. */
const isBeside = (text: string, { part, share }: Part): boolean =>
  /^[^.;()]{0,60}(?:\((?:chiếm|bằng|tỷ lệ|đạt)?\s*|chiếm\s+)$/iu.test(text.slice(part.printed.end, share.printed.start))

/** Figures that a share follows with no other between. */
const partsIn = (inText: readonly Figure[]): Part[] =>
  inText.flatMap((share, i) => {
    const part = inText[i - 1]
    return part !== undefined &&
      share.number !== null &&
      share.observation.measure === 'share' &&
      part.observation.measure === 'level' &&
      part.place.block === share.place.block
      ? [{ part, share }]
      : []
  })

/** Neighbouring parts of one unit, in one paragraph or in paragraphs next to each other. */
const groupsOf = (parts: readonly Part[]): Part[][] => {
  const groups: Part[][] = []
  for (const p of parts) {
    const last = groups.at(-1)?.at(-1)
    if (
      last !== undefined &&
      last.part.observation.unit === p.part.observation.unit &&
      p.part.place.block - last.part.place.block <= 1
    )
      groups.at(-1)?.push(p)
    else groups.push([p])
  }
  return groups.filter(g => g.length > FEWEST)
}

const wholeOf = (group: readonly Part[], inText: readonly Figure[]): Figure | null => {
  const [first] = group
  if (first === undefined) return null
  const before = inText
    .filter(
      f =>
        f.place.start < first.part.place.start &&
        f.observation.measure === 'level' &&
        f.observation.unit === first.part.observation.unit &&
        distance(f.place, first.part.place) <= NEAR.section,
    )
    .slice(-LOOKED_AT)
  const fits = (whole: Figure) => group.filter(p => outcomeOf(identityOf(p, whole)) === 'holds').length
  const [best] = before
    .map(f => ({ f, fits: fits(f) }))
    .sort((a, b) => b.fits - a.fits || b.f.place.start - a.f.place.start)
  return best === undefined || best.fits < Math.max(FEWEST, group.length - 1) ? null : best.f
}

const identityOf = ({ part, share }: Part, whole: Figure): Identity => ({
  rule: SIBLINGS,
  left: share,
  relation: '=',
  right: operation('/', figure(part), figure(whole)),
  tolerance: 0,
})
