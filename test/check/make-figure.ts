import { type Figure, figureOf } from '../../src/check/figure.ts'
import { TextPlaces } from '../../src/check/places.ts'
import type { ReadObservation } from '../../src/contract/index.ts'

const PLAIN: Omit<ReadObservation, 'id' | 'evidence' | 'value'> = {
  subject: 'cooperative',
  indicator: 'organisations',
  sector: null,
  measure: 'level',
  comparator: 'eq',
  unit: 'organisation',
  per: [],
  period: '2019',
  status: 'actual',
  area: null,
  source: null,
  label: '',
  qualifier: null,
  because: {},
  confidence: 1,
}

let made = 0

/** A figure as it would be read from `printed`, one at a time, in a text of its own. */
export const makeFigure = (printed: string, value: number, other: Partial<ReadObservation> = {}): Figure => {
  made++
  const evidence = {
    start: 0,
    end: printed.length,
    page: null,
    line: 1,
    quote: printed,
    box: null,
    cell: null,
    path: null,
  }
  const observation: ReadObservation = { ...PLAIN, id: `o${made}`, value, evidence, ...other }
  return figureOf(observation, printed, new TextPlaces(printed, []))
}

/** A count. */
export const count = (value: number, other: Partial<ReadObservation> = {}): Figure =>
  makeFigure(new Intl.NumberFormat('vi-VN').format(value), value, other)
