import type { Area, AreaLevel } from '../../contract/index.ts'
import { fold } from '../../repair/fold.ts'
import type { Block } from '../block.ts'
import { AGENCY } from '../form-patterns.ts'
import { type AgencyName, readAgencyName, sentenceCase, writeAgency } from './agency-name.ts'
import { findProvince, provinceAtStart, provinceOfSeat } from './provinces.ts'

export interface Issuer {
  readonly issuer: { readonly name: string; readonly level: AreaLevel } | null
  readonly area: Area | null
}

const UNIT_LINE = /^(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|tx|xa|phuong|thi tran)\s/u
const SELF =
  /(?<![\p{L}])(?:(?:Ban Thường vụ|Ban Chấp hành)\s)?((?:Ủy ban [Nn]hân dân|UBND|Hội đồng [Nn]hân dân|HĐND|Liên minh (?:Hợp tác xã|HTX)|Tỉnh ủy|Huyện ủy|Thành ủy|Sở|Phòng|Đảng ủy)(?:\s[^\s,.;:()]+){0,9}?)\s(?:đã\s)?(?:xây dựng|ban hành|báo cáo|trân trọng|kính báo cáo|triển khai|kính trình|đề nghị|yêu cầu|lập)(?![\p{L}])/u
const FREQUENT = 40

/**
 * Who issued a document, and for which area: from the agency lines of its head, else from the sentence in which the agency
 * names itself, completed by the place line and by the provinces the text speaks of. `issued` picks the units of that day.
 */
export const readIssuer = (blocks: readonly Block[], place: string | null, issued: string | null): Issuer => {
  const lines = blocks.filter(block => block.element === 'agency').map(block => block.content.text)
  const named = fromLines(lines, issued) ?? fromSentence(blocks, issued) ?? fromCapacity(blocks, issued)
  const area = areaOf(named, place, blocks, issued)
  if (named === null) return { issuer: null, area }
  const level = named.level ?? area?.level ?? 'province'
  const unit =
    named.unit ?? (named.area === null && area !== null && level !== 'country' ? unitWord(area, issued) : null)
  const name = writeAgency({ ...named, unit, area: named.area ?? (level === 'country' ? null : (area?.name ?? null)) })
  return { issuer: { name, level }, area: level === 'country' ? { code: null, name: 'Việt Nam', level } : area }
}

/** Agency lines run over several lines, the parent agency first: the last one issued the document. */
const fromLines = (lines: readonly string[], issued: string | null): AgencyName | null => {
  const names: string[] = []
  for (const line of lines) {
    const folded = fold(line)
    const goesOn = names.length > 0 && (UNIT_LINE.test(folded) ? !hasUnit(names.at(-1) ?? '') : !AGENCY.test(folded))
    if (goesOn) names.push(`${names.pop()} ${line}`)
    else names.push(line)
  }
  const read = names.map(name => readAgencyName(name, issued) ?? fallback(name))
  const last = read.at(-1)
  if (last === undefined) return null
  const parent = read.at(-2)
  if (last.area !== null || last.level === 'country' || parent === undefined || parent.area === null) return last
  return {
    ...last,
    unit: last.unit ?? parent.unit,
    area: parent.area,
    level: last.level === 'commune' ? last.level : parent.level,
  }
}

const hasUnit = (name: string): boolean =>
  /(?<![a-z])(?:tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran) /u.test(fold(name))

const fallback = (name: string): AgencyName => ({ body: sentenceCase(name), unit: null, area: null, level: null })

/** `…, UBND huyện Tam Đường ban hành Kế hoạch …`, at the beginning or the end of the text. */
const fromSentence = (blocks: readonly Block[], issued: string | null): AgencyName | null => {
  const texts = blocks.filter(
    block => block.kind === 'paragraph' && (block.zone === 'body' || block.element === 'preamble'),
  )
  for (const block of [...texts.slice(0, 12), ...texts.slice(-4)]) {
    const match = SELF.exec(lastSentencePart(block.content.text))
    const name = match?.[1] === undefined ? null : readAgencyName(match[1], issued)
    if (name !== null) return name
  }
  return null
}

/** The agency itself speaks at the end of its grounds, after the agencies that it names. */
const lastSentencePart = (text: string): string => {
  const parts = text.split(
    /(?<=[,;.])\s(?=(?:Ban|Ủy ban|UBND|Hội đồng|HĐND|Liên minh|Tỉnh ủy|Huyện ủy|Sở|Phòng|Đảng))/u,
  )
  return parts.at(-1) ?? text
}

const fromCapacity = (blocks: readonly Block[], issued: string | null): AgencyName | null => {
  const line = blocks.find(block => block.element === 'capacity')?.content.text.replace(/^\S+?\.\s*/u, '') ?? ''
  return readAgencyName(line, issued)
}

const areaOf = (
  named: AgencyName | null,
  place: string | null,
  blocks: readonly Block[],
  issued: string | null,
): Area | null => {
  const level = named?.level ?? 'province'
  if (named?.area) {
    const province = level === 'province' ? findProvince(named.area, issued) : null
    return { code: province?.code ?? null, name: province?.name ?? named.area, level }
  }
  if (level === 'country') return null
  if (level !== 'province') return place === null ? null : { code: null, name: place, level }
  const atPlace = place === null ? null : findProvince(place, issued)
  const seat = place === null ? null : provinceOfSeat(place, issued)
  const province = atPlace ?? mostFrequentProvince(blocks, issued) ?? seat
  return province === null ? null : { code: province.code, name: province.name, level: 'province' }
}

/** The province that the text names most often after the word `tỉnh` or `thành phố`. */
const mostFrequentProvince = (blocks: readonly Block[], issued: string | null) => {
  const counts = new Map<string, number>()
  for (const { content, zone } of blocks) {
    if (zone === 'foot') continue
    for (const match of content.text.matchAll(/(?<![\p{L}])(?:tỉnh|thành phố|Tỉnh|Thành phố)\s(?=\p{Lu})/gu)) {
      const at = match.index + match[0].length
      const name = provinceAtStart(content.text.slice(at, at + FREQUENT), issued)?.name
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]
  return most === undefined ? null : findProvince(most[0], issued)
}

const unitWord = (area: Area, issued: string | null): string | null => {
  if (area.level === 'province') return findProvince(area.name, issued)?.city ? 'thành phố' : 'tỉnh'
  return area.level === 'district' ? 'huyện' : area.level === 'commune' ? 'xã' : null
}
