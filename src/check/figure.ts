import type { ReadObservation } from '../contract/index.ts'
import { type Compared, comparedTo } from './compared.ts'
import { type FigureTime, timeOf } from './figure-time.ts'
import type { Printed } from './finding.ts'
import type { Interval } from './interval.ts'
import type { PlaceInText, TextPlaces } from './places.ts'
import { intervalOf, type PrintedNumber, printedNumber } from './printed.ts'

/** A statistic as the checks see it: what it may stand for, when it holds and where it stands. */
export interface Figure {
  readonly observation: ReadObservation
  readonly value: number
  /** What it may stand for, in the unit of the observation. */
  readonly interval: Interval
  /** Null for a range and for a number in words. */
  readonly number: PrintedNumber | null
  readonly printed: Printed
  readonly time: FigureTime
  readonly place: PlaceInText
  /** Of a change in running text, what it is against, where that is said. */
  readonly compared: Compared
}

export const figureOf = (observation: ReadObservation, text: string, places: TextPlaces): Figure => {
  const { start, end, cell } = observation.evidence
  const written = text.slice(start, end)
  const number = printedNumber(written, observation.value)
  const { value, min, max } = observation
  return {
    observation,
    value: value ?? ((min ?? max ?? 0) + (max ?? min ?? 0)) / 2,
    interval: intervalOf(observation, number),
    number,
    printed: { start, end, text: written.trim(), observation: observation.id },
    time: timeOf(observation),
    place: places.at(start, cell),
    compared: observation.measure === 'change' && cell === null ? comparedTo(text, end) : null,
  }
}
