import { fold } from '../../repair/fold.ts'
import { PLACE_DATE } from '../form-patterns.ts'
import { titleCase } from './agency-name.ts'
import { partialDate } from './partial-date.ts'
import { findProvince } from './provinces.ts'

export interface PlaceDate {
  readonly place: string | null
  /** As exact as written: the day, the month or both may have been left blank. */
  readonly issued: string | null
}

/** Reads `Lạng Sơn, ngày 12 tháng 9 năm 2019`. */
export const readPlaceDate = (line: string): PlaceDate => {
  const match = PLACE_DATE.exec(fold(line))
  if (match === null) return { place: null, issued: null }
  const { place = '', day = '', month = '', year = '' } = match.groups ?? {}
  const digits = (text: string): string => text.replace(/\D/g, '')
  const written = line.slice(match.index, match.index + place.length).trim()
  const issued = partialDate(digits(year), digits(month), digits(day))
  return { place: findProvince(written, issued)?.name ?? titleCase(written), issued }
}
