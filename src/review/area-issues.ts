import type { Area } from '../contract/index.ts'
import { AREA_LEVEL } from '../contract/labels.ts'
import { type Issue, issue } from './issue.ts'
import type { Codes } from './statement-issues.ts'

/**
 * What cannot be of an area: a code that no province has, or has under other names. Places below a province have no code.
 * @param at the part of the request that the area stands in
 */
export const areaIssues = (
  area: Area | null | undefined,
  { provinces }: Pick<Codes, 'provinces'>,
  at: string,
): Issue[] => {
  if (area == null || area.code === null) return []
  const { code, name, level } = area
  const known = provinces.filter(province => province.code === code)
  if (level !== 'province' || known.length === 0) return [issue(at, 'unknown-area', { code, level: AREA_LEVEL[level] })]
  if (known.some(province => province.name === name)) return []
  const names = [...new Set(known.map(province => province.name))].join(', ')
  return [issue(at, 'area-misnamed', { code, name, names })]
}
