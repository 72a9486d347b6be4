import type { Figure } from './figure.ts'
import { type Reading, tagged } from './reading.ts'

/** Words of the cooperatives and their people: where they stand, a figure is not the place's. */
const OURS = ['Organisation', 'GroupShort', 'CollectiveEconomy', 'Member', 'Worker', 'Manager', 'SupportFund'] as const

/** What a place has that is no cooperative's. */
const OF_PLACES = ['Household', 'Inhabitant', 'AreaCounter'] as const

/** A sentence on a place names it within so many terms. */
const OPENING = 4

/**
 * Whether a figure describes the province or the commune and not its cooperatives: `tỷ lệ hộ nghèo còn 3,9%`, `Xã Triệu Đại có
 * 1.412 hộ, 5.638 khẩu`.
 */
export const isOfPlace = (reading: Reading, figure: Figure): boolean => {
  let ofPlace = false
  for (let i = figure.low; i < figure.high; i++) {
    if (OURS.some(tag => tagged(reading, i, tag))) return false
    // behind a percentage such words name the whole that a share is of: `chiếm 12% diện tích gieo trồng`
    const names = i < figure.at || (i === figure.at + 1 && reading.terms[i]?.entry?.counts !== undefined)
    ofPlace ||= names && tagged(reading, i, 'PlaceStatistic')
  }
  return ofPlace || describesPlace(reading, figure)
}

const describesPlace = (reading: Reading, figure: Figure): boolean => {
  if (!OF_PLACES.some(tag => tagged(reading, figure.at + 1, tag))) return false
  const { from } = figure.sentence
  let place = false
  for (let i = from; i < figure.at; i++) {
    if (OURS.some(tag => tagged(reading, i, tag))) return false
    place ||= i < from + OPENING && ['PlaceWord', 'ProvinceWide'].some(tag => tagged(reading, i, tag))
  }
  return place
}
