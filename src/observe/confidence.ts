/** What the reading of one number rests on. */
export interface Grounds {
  readonly distance: 'own' | 'lead' | 'context' | 'figure' | 'none'
  readonly priority: number
  /** The number itself allows another reading. */
  readonly doubtful: boolean
}

const BY_DISTANCE: Record<Grounds['distance'], number> = {
  own: 0.95,
  figure: 0.9,
  lead: 0.85,
  context: 0.75,
  none: 0.5,
}

/**
 * How likely the record is right, between 0 and 1: the nearer the words that name the indicator, the likelier. Defaults
 * (priority 0) and doubtful numbers count less.
 */
export const confidenceOf = (g: Grounds): number => {
  const base = BY_DISTANCE[g.distance] * (g.distance === 'own' && g.priority < 10 ? 0.9 : 1)
  return Number((base * (g.doubtful ? 0.85 : 1)).toFixed(2))
}
