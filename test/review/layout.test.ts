import { expect, test } from 'vitest'
import { extract } from '../../src/extract.ts'
import { layoutOf } from '../../src/review/layout.ts'
import { parseVersion, versionOf } from '../../src/review/version.ts'

const read = async (text: string) => {
  const result = await extract(Buffer.from(text), 'a.txt')
  if (!result.ok) throw new Error(result.problem.code)
  return layoutOf(result.extraction)
}

const plan = (year: number, item = '1.') => `ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: 1/KH-UBND
KẾ HOẠCH
Phát triển kinh tế tập thể năm ${year}

I. TÌNH HÌNH
${item} Kết quả
Năm ${year} có ${year - 1990} hợp tác xã.
`

test('plans that are laid out alike have one layout, whatever their figures', async () => {
  expect(await read(plan(2019))).toBe(await read(plan(2020)))
})

test('another outline, another kind and another table are other layouts', async () => {
  const layouts = await Promise.all([
    read(plan(2019)),
    read(plan(2019, 'a)')),
    read(plan(2019).replace('KẾ HOẠCH', 'BÁO CÁO')),
    read(`${plan(2019)}\nChỉ tiêu\tĐơn vị\t2018\t2019\nSố HTX\tHTX\t12\t13\nSố xã viên\tngười\t120\t130\n`),
  ])
  expect(new Set(layouts).size).toBe(4)
})

test('a version tells decisions and reading apart', () => {
  const engine = { version: '1', rules: 'r' }
  const versions = [
    versionOf(0, ['e', 't'], engine),
    versionOf(1, ['e', 't'], engine),
    versionOf(0, ['e', 'u'], engine),
    versionOf(0, ['e', 't'], { ...engine, rules: 's' }),
  ]
  expect(new Set(versions).size).toBe(4)
  const [first, second, third] = versions.map(parseVersion)
  expect([first?.decided, second?.decided]).toEqual([0, 1])
  expect(first?.reading).toBe(second?.reading)
  expect(third?.reading).not.toBe(first?.reading)
  expect(['', '1', '1-x', '"0-0123456789abcdef"', '-1-0123456789abcdef'].map(parseVersion)).toEqual(
    Array.from({ length: 5 }, () => null),
  )
})
