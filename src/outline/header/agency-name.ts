import type { AreaLevel } from '../../contract/index.ts'
import { fold } from '../../repair/fold.ts'
import { agencies } from '../document-rules.ts'
import { findProvince, provinceAtStart } from './provinces.ts'

/** An agency's name taken apart. */
export interface AgencyName {
  /** `Ủy ban nhân dân`, `Sở Kế hoạch và Đầu tư`, in normal case and with its marks. */
  readonly body: string
  /** `tỉnh`, `huyện`, …; null when the name names no unit. */
  readonly unit: string | null
  /** Name of the unit; null in `UBND tỉnh`. */
  readonly area: string | null
  readonly level: AreaLevel | null
}

const byLength = (a: string, b: string): number => b.length - a.length
const BODIES = agencies.bodies
  .flatMap(({ names, write, level }) => names.map(name => ({ key: fold(name), write, level })))
  .sort((a, b) => byLength(a.key, b.key))
const BRANCHES = agencies.branches
  .map(name => ({ key: fold(name), write: name }))
  .sort((a, b) => byLength(a.key, b.key))
const UNITS = agencies.units
  .flatMap(({ names, level }) => names.map(name => ({ key: fold(name), write: names[0] ?? name, level })))
  .sort((a, b) => byLength(a.key, b.key))
const UNIT = new RegExp(
  `(?<![\\p{L}])(?:${UNITS.map(({ key }) => key.replace('.', '\\.')).join('|')})(?![\\p{L}])`,
  'u',
)

const startsWith = (text: string, key: string): boolean =>
  text.startsWith(key) && !/^[a-z\d]/.test(text.slice(key.length))

/** Reads an agency's name, in capitals or not, with or without marks; null when it begins like none that is known. */
export const readAgencyName = (name: string, day: string | null): AgencyName | null => {
  const folded = fold(name)
  const body = BODIES.find(({ key }) => startsWith(folded, key))
  if (body === undefined) return null
  let at = body.key.length
  let written = body.write
  const branch = BRANCHES.find(({ key }) => startsWith(normalDashes(folded.slice(at)).trimStart(), key))
  const rest = name.slice(at)
  const unit = UNIT.exec(folded.slice(at))
  if (branch !== undefined) {
    written += ` ${branch.write}`
    at += rest.length - rest.trimStart().length + branch.key.length
  } else if (unit !== null && unit.index > 1) written += ` ${sentenceCase(rest.slice(0, unit.index).trim())}`
  else if (unit === null && rest.trim() !== '') return withoutUnit(written, rest.trim(), body.level ?? null, day)
  const found = UNIT.exec(folded.slice(at))
  if (found === null) return { body: written, unit: null, area: null, level: body.level ?? null }
  const word = UNITS.find(({ key }) => key === found[0])
  const area = name.slice(at + found.index + found[0].length).trim()
  return { body: written, unit: word?.write ?? null, ...unitArea(area, word?.level ?? 'province', day) }
}

const normalDashes = (text: string): string => text.replace(/\s?-\s?/g, ' - ')

/** `Tỉnh ủy Lạng Sơn`, `Bộ Tài chính`, `Liên minh Hợp tác xã Việt Nam`. */
const withoutUnit = (body: string, rest: string, level: AreaLevel | null, day: string | null): AgencyName => {
  if (fold(rest) === 'viet nam') return { body: `${body} Việt Nam`, unit: null, area: null, level: 'country' }
  if (level === 'country') return { body: `${body} ${sentenceCase(rest)}`, unit: null, area: null, level }
  const province = level === 'district' || level === 'commune' ? null : findProvince(rest, day)
  return { body, unit: null, area: province?.name ?? titleCase(rest), level: province === null ? level : 'province' }
}

const unitArea = (text: string, level: AreaLevel | 'city', day: string | null): Pick<AgencyName, 'area' | 'level'> => {
  const name = text.replace(/[\s,.;:]+$/u, '')
  if (name === '') return { area: null, level: level === 'city' ? 'province' : level }
  const province = level === 'province' || level === 'city' ? provinceAtStart(name, day) : null
  if (province !== null && (level === 'province' || province.city)) return { area: province.name, level: 'province' }
  return { area: titleCase(name), level: level === 'city' ? 'district' : level }
}

/** Capitals to a name: `CHÂU ĐỨC` → `Châu Đức`; a name in normal case stays. */
export const titleCase = (name: string): string => {
  if (/\p{Ll}/u.test(name)) return name
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}'])\p{L}/gu, letter => letter.toUpperCase())
}

/** Capitals to a phrase with a capital at its beginning only; a phrase in normal case stays. */
export const sentenceCase = (text: string): string => {
  if (/\p{Ll}/u.test(text)) return text
  const small = text.toLowerCase()
  return small.charAt(0).toUpperCase() + small.slice(1)
}

/** The whole name as running text has it: `Ủy ban nhân dân tỉnh Lạng Sơn`. */
export const writeAgency = ({ body, unit, area }: AgencyName): string =>
  [body, unit, area].filter(part => part !== null).join(' ')
