/** A block as far as its nesting depends on it. */
export interface Nestable {
  readonly kind: 'heading' | 'item' | 'paragraph' | 'row'
  /** Kind of marker (see `Marker.kind`), `annex`, `title`; null without one. */
  readonly marker: string | null
  /** Rank of the marker; null of paragraphs and rows. */
  readonly rank: number | null
  readonly ordinal: number | null
  /** Ends with a colon: what follows belongs to it. */
  readonly leadsOver: boolean
}

interface Open {
  readonly index: number
  rank: number
  readonly heading: boolean
  readonly marker: string | null
  readonly leadsOver: boolean
}

const STAR_RANK = 8.6
const DASH_RANK = 9
const BELOW_LETTER = 0.1
const LEAD_IN = 0.01

/**
 * Lead-ins right below one another nest no deeper than this, and begin anew under their heading; without a limit, thousands of
 * them would each stand under all before it. Documents nest about ten deep.
 */
const DEEPEST = 64

/** For each block the index of the block it stands under, or null on the top level. */
export const nest = (blocks: readonly Nestable[]): (number | null)[] => {
  const open: Open[] = []
  return blocks.map((block, index) => {
    if (block.rank === null) return nestText(open, block, index, index - 1)
    closeLeadIns(open, block)
    const rank = actualRank(open, block, block.rank)
    while ((open.at(-1)?.rank ?? -1) >= rank) open.pop()
    if (block.kind === 'heading') while (open.at(-1)?.marker === null && open.at(-1)?.heading === false) open.pop()
    const parent = open.at(-1)?.index ?? null
    open.push({ index, rank, heading: block.kind === 'heading', marker: block.marker, leadsOver: block.leadsOver })
    return parent
  })
}

/** Paragraphs and rows hang on the heading above, or on the lead-in right before them. */
const nestText = (open: Open[], block: Nestable, index: number, before: number): number | null => {
  const last = open.at(-1)
  if (last !== undefined && last.index === before && last.leadsOver) {
    if (block.leadsOver && open.length < DEEPEST)
      open.push({ index, rank: last.rank + LEAD_IN, heading: false, marker: null, leadsOver: true })
    return last.index
  }
  if (block.kind === 'paragraph')
    while (open.length > 0 && !open.at(-1)?.heading && closesBefore(open.at(-1))) open.pop()
  const heading = open.findLast(entry => entry.heading)
  if (block.leadsOver && block.kind === 'paragraph') {
    while (open.length > 0 && !open.at(-1)?.heading) open.pop()
    open.push({ index, rank: (heading?.rank ?? 0) + LEAD_IN, heading: false, marker: null, leadsOver: true })
  }
  return heading?.index ?? null
}

/** A paragraph ends lists of dashes and lead-ins; numbered items stay open for their own dashes. */
const closesBefore = (entry: Open | undefined): boolean =>
  entry !== undefined && (entry.marker === null || entry.rank >= STAR_RANK)

/** A list that goes on (4. after 3.) is none that the paragraph right above leads in. */
const closeLeadIns = (open: Open[], block: Nestable): void => {
  if ((block.ordinal ?? 1) <= 1 || open.some(entry => entry.marker === block.marker)) return
  while (open.at(-1)?.marker === null) open.pop()
}

const isRunningItem = (entry: Open | undefined): boolean =>
  entry !== undefined && !entry.heading && !entry.leadsOver && entry.rank < STAR_RANK

/** Documents nest the same markers differently: where this one puts its marker, given what is open. */
const actualRank = (open: Open[], block: Nestable, rank: number): number => {
  const last = open.at(-1)
  // 1. 2. 3. under a): only where the list begins there, and no 1. is open above.
  if (block.marker === 'arabic' && block.ordinal === 1) {
    const letter = open.find(entry => entry.marker === 'letter')
    if (letter !== undefined && !open.some(entry => entry.marker === 'arabic')) return letter.rank + BELOW_LETTER
  }
  if (block.marker === 'arabic') {
    const sibling = open.find(entry => entry.marker === 'arabic')
    if (sibling !== undefined) return sibling.rank
  }
  // A. B. C. under II. where no A. is open above: III. closes them
  if (block.marker === 'capital') {
    const sibling = open.find(entry => entry.marker === 'capital')
    const roman = open.find(entry => entry.marker === 'roman' && entry.heading)
    if (sibling !== undefined) return sibling.rank
    if (roman !== undefined && block.ordinal === 1) return roman.rank + BELOW_LETTER
  }
  if (block.marker === 'star') {
    if (last?.marker === 'plus') return last.rank + 1
    if (block.leadsOver) while (open.length > 0 && isRunningItem(open.at(-1))) open.pop()
    // A lead-in with a dash before the first star stands above it; the stars stand above the dashes that follow them.
    if (last?.marker === 'dash' && last.leadsOver && last.rank === DASH_RANK) last.rank = STAR_RANK - BELOW_LETTER
  }
  return rank
}
