import type { Sector, Unit } from '../contract/index.ts'
import { type Figure, wordsBefore } from './figure.ts'
import { type Found, found } from './found.ts'
import { type Reading, tagged } from './reading.ts'

/**
 * The branch that products and work tell: `5 tổ chăn nuôi bò`, `THT nuôi tôm nước lợ 218 tổ`, `940 ha lúa`, `08 HTX có chứng
 * nhận VietGAP`. Only counts of organisations and areas are told by them; money spent on pigs is not of a branch.
 */
export const workSector = (reading: Reading, figure: Figure, unit: Unit): Found<Sector> | null => {
  if (unit === 'hectare') return areaSector(reading, figure)
  if (unit !== 'organisation') return doerSector(reading, figure)
  return workBehind(reading, figure) ?? workBefore(reading, figure)
}

const anyOf = (reading: Reading, at: number, tags: readonly string[]) => tags.some(tag => tagged(reading, at, tag))

const ORGANISATIONS = ['Organisation', 'GroupShort'] as const

const workAt = (reading: Reading, at: number): Found<Sector> | null => {
  const term = reading.terms[at]
  if (term && tagged(reading, at, 'Certificate')) return found(reading, 'agriculture', term)
  if (!term?.entry?.sector || !tagged(reading, at, 'Work') || isName(reading, at)) return null
  return found(reading, term.entry.sector, term)
}

/** `HTX Rau an toàn Yên Thịnh`, `liên hiệp HTX muối Hải Hậu`: a capital inside a sentence makes a name, of one and not of many. */
const isName = (reading: Reading, at: number): boolean =>
  tagged(reading, at, 'Capital') || (anyOf(reading, at - 1, ORGANISATIONS) && tagged(reading, at + 1, 'ProperName'))

/** What is done with a product, between who does it and the product. */
const DOING = new Set([
  'trong',
  'nuoi',
  'lam',
  'san xuat',
  'chuyen',
  'chuyen canh',
  'danh bat',
  'khai thac',
  'che bien',
])

/** `thu nhập của thành viên các tổ mây tre`, `xã viên trồng hành tím`: whose work stands right with them. */
const doerSector = (reading: Reading, figure: Figure): Found<Sector> | null => {
  for (const i of wordsBefore(reading.terms, figure, reading.rules.vocabulary)) {
    const doer = DOING.has(reading.terms[i - 1]?.key ?? '') ? i - 2 : i - 1
    const work = anyOf(reading, doer, [...ORGANISATIONS, 'Member']) ? workAt(reading, i) : null
    if (work) return work
  }
  return null
}

/** Work that stands in the words behind a count, up to the first break. */
const workBehind = (reading: Reading, figure: Figure): Found<Sector> | null => {
  const right = (figure.second?.at ?? figure.at) + 1
  for (let i = right; i < figure.high; i++) {
    if (tagged(reading, i, 'Break') || reading.terms[i]?.quantity) return null
    const work = workAt(reading, i)
    if (work) return work
  }
  return null
}

/** How far before its work an organisation may stand: `THT chuyên trồng lúa`. */
const DOER_REACH = 4

/** Work of the organisations named before a count: `THT sản xuất lúa 736 tổ`, `HTX đạt VietGAP: 12`. */
const workBefore = (reading: Reading, figure: Figure): Found<Sector> | null => {
  for (const i of wordsBefore(reading.terms, figure, reading.rules.vocabulary)) {
    if (tagged(reading, i, 'Break') && !tagged(reading, i, 'Colon')) return null
    const work = workAt(reading, i)
    if (!work) continue
    for (let k = i - 1; k >= Math.max(figure.low, i - DOER_REACH); k--)
      if (anyOf(reading, k, [...ORGANISATIONS, 'InSector'])) return work
    return null
  }
  return null
}

/** Land that serves no field: built on, or lent for building. */
const BUILDING = ['LandUse', 'LandGrant'] as const

/** What is done on fields: an area with such words is farmed. */
const FARMING = ['ValueChain', 'Certificate', 'FarmGeneral'] as const

const areaSector = (reading: Reading, figure: Figure): Found<Sector> | null => {
  for (let i = figure.sentence.from; i < figure.high; i++) if (anyOf(reading, i, BUILDING)) return null
  for (let i = figure.at + 1; i < figure.high; i++) {
    const work = workAt(reading, i)
    if (work) return work
  }
  for (const i of wordsBefore(reading.terms, figure, reading.rules.vocabulary, figure.sentence.from)) {
    const work = workAt(reading, i)
    if (work) return work
    if (anyOf(reading, i, FARMING)) return found(reading, 'agriculture', reading.terms[i] ?? null)
  }
  return null
}
