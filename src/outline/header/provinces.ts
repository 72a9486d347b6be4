import { fold } from '../../repair/fold.ts'
import { type Province, provinces } from '../document-rules.ts'

const key = (name: string): string =>
  fold(name)
    .replace(/\(.*\)/, '')
    .replace(/^(?:tinh|thanh pho|tp\.?)\s+/, '')
    .replace(/[^a-z]+/g, '')

const BY_KEY = new Map<string, Province[]>()
for (const province of provinces) {
  for (const name of new Set([province.name, ...province.variants].map(key))) {
    BY_KEY.set(name, [...(BY_KEY.get(name) ?? []), province])
  }
}

const BY_SEAT = new Map<string, Province[]>()
for (const province of provinces) {
  if (province.seat !== undefined)
    BY_SEAT.set(key(province.seat), [...(BY_SEAT.get(key(province.seat)) ?? []), province])
}

/** Whether a unit stood on a day (ISO 8601, as exact as it is known); without a day, whether it has a code. */
const stoodOn = (province: Province, day: string | null): boolean => {
  if (day === null) return province.code !== null
  return (province.from === null || province.from <= day) && (province.until === null || day < province.until)
}

const pick = (candidates: readonly Province[] | undefined, day: string | null): Province | null =>
  candidates?.find(province => stoodOn(province, day)) ??
  candidates?.find(province => province.code !== null) ??
  candidates?.[0] ??
  null

/** The unit of province level of that name (marks and case do not matter) on a day; null when there is none of the name. */
export const findProvince = (name: string, day: string | null): Province | null => pick(BY_KEY.get(key(name)), day)

/** The unit of province level whose seat that is. */
export const provinceOfSeat = (seat: string, day: string | null): Province | null => pick(BY_SEAT.get(key(seat)), day)

/** The unit whose name begins a text, the longest first (`Quảng Nam - Đà Nẵng` before `Quảng Nam`). */
export const provinceAtStart = (text: string, day: string | null): Province | null => {
  const words = text.split(/\s+/).slice(0, 6)
  for (let count = words.length; count > 0; count--) {
    const province = findProvince(
      words
        .slice(0, count)
        .join(' ')
        .replace(/[,.;:)]+$/, ''),
      day,
    )
    if (province !== null) return province
  }
  return null
}
