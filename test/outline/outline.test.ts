import { describe, expect, it } from 'vitest'
import { OutlineNode } from '../../src/contract/index.ts'
import { buildBlocks } from '../../src/outline/blocks.ts'
import { buildOutline } from '../../src/outline/outline.ts'
import { goldDocument } from './document-of.ts'

const outlineOf = (name: string) => {
  const document = goldDocument(name)
  return { document, outline: buildOutline(buildBlocks(document), document) }
}
const labels = (nodes: readonly OutlineNode[] | undefined) => nodes?.map(node => node.label)

describe('buildOutline', () => {
  it('gives the tree of lang-son-2020', () => {
    const { document, outline } = outlineOf('lang-son-2020')
    expect(labels(outline)).toEqual(['Phần thứ nhất', 'Phần thứ hai'])
    expect(labels(outline[0]?.children)).toEqual(['I.', 'II.', 'III.'])
    expect(labels(outline[0]?.children[0]?.children)).toEqual(['1.', '2.', '3.'])
    expect(labels(outline[0]?.children[0]?.children[1]?.children)).toEqual(['a)', 'b)', 'c)', 'd)', 'd)'])
    expect(labels(outline[1]?.children[1]?.children)).toEqual(['1.', '2.', '3.', '4.', '5.'])
    const first = outline[0]
    expect(first?.title).toBe('ĐÁNH GIÁ TÌNH HÌNH PHÁT TRIỂN KINH TẾ TẬP THỂ NĂM 2019')
    expect(document.text.slice(first?.start, first?.end)).toBe(`Phần thứ nhất\n\n${first?.title}`)
  })

  it('puts annexes on the top level', () => {
    const { outline } = outlineOf('bac-kan-2020')
    expect(outline.map(node => [node.level, node.label])).toEqual([
      ['part', 'Phần thứ nhất'],
      ['part', 'Phần thứ hai'],
      ['annex', 'Phụ lục 1'],
      ['annex', 'Phụ lục 2'],
    ])
  })

  it('keeps numbered items and leaves out dashes without children', () => {
    const { outline } = outlineOf('tp-2009')
    expect(labels(outline)).toEqual(['Điều 1.', 'Điều 2.', 'Điều 3.', ''])
    const plan = outline[3]
    expect(labels(plan?.children)).toEqual(['I.', 'II.', 'III.', 'IV.'])
    expect(plan?.children[2]?.children.map(node => node.title.split(':')[0])).toEqual([
      'Đào tạo',
      'Xúc tiến thương mại',
      'Hỗ trợ thành lập mới',
      'Tín dụng',
    ])
  })

  it('gives nodes of the contract', () => {
    for (const name of ['tam-duong-2024', 'lien-minh-lang-son-2023', 'lam-dong-2018', 'huyen-bao-cao-2017']) {
      for (const node of outlineOf(name).outline) expect(OutlineNode.safeParse(node).success).toBe(true)
    }
  })
})
