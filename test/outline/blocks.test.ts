import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/outline/block.ts'
import { buildBlocks } from '../../src/outline/blocks.ts'
import type { SourceDocument } from '../../src/read/source-document.ts'
import { documentOf, goldDocument } from './document-of.ts'

const GOLD = [
  'lang-son-2020',
  'tam-duong-2024',
  'lien-minh-lang-son-2023',
  'bac-kan-2020',
  'lam-dong-2018',
  'huyen-bao-cao-2017',
  'lien-minh-bao-cao-2021',
  'tp-2009',
  'tinh-ke-hoach-2022-bang',
]

const bodyOf = (text: string) => buildBlocks(documentOf(text)).filter(block => block.zone === 'body')
const shape = (blocks: readonly Block[]) => blocks.map(({ kind, level, label }) => [kind, level, label])
const texts = (text: string) => bodyOf(text).map(block => block.content.text)
const find = (blocks: readonly Block[], start: string) => {
  const index = blocks.findIndex(block => block.content.text.startsWith(start))
  const block = blocks[index]
  if (block === undefined) throw new Error(`no block starts with ${start}`)
  return { index, block, parent: block.parent === null ? null : (blocks[block.parent] ?? null) }
}

/** Every letter and digit of the body lines stands in exactly one block, in order. */
const expectCover = (document: SourceDocument, blocks: readonly Block[]) => {
  let at = 0
  for (const { labelSpan, content } of blocks) {
    const spans = [...(labelSpan === null ? [] : [labelSpan])]
    for (let i = 0; i < content.text.length; i++)
      spans.push({ start: content.starts[i] ?? 0, end: content.ends[i] ?? 0 })
    for (const { start, end } of spans) {
      if (start >= at) expect(document.text.slice(at, start)).not.toMatch(/[\p{L}\d]/u)
      at = Math.max(at, end)
    }
  }
  expect(document.text.slice(at)).not.toMatch(/[\p{L}\d]/u)
}

describe('buildBlocks on the gold documents', () => {
  it.each(GOLD)('covers every letter of %s, in order', name => {
    const document = goldDocument(name)
    const markup = { ...document, text: document.text.replace(/<\/?i>/g, tag => ' '.repeat(tag.length)) }
    expectCover(markup, buildBlocks(markup))
  })

  it('finds the headings of lang-son-2020, level by level', () => {
    const blocks = buildBlocks(goldDocument('lang-son-2020'))
    const count = (level: string) => blocks.filter(block => block.kind === 'heading' && block.level === level).length
    expect({ part: count('part'), roman: count('roman'), arabic: count('arabic'), letter: count('letter') }).toEqual({
      part: 2,
      roman: 5,
      arabic: 11,
      letter: 25,
    })
    expect(blocks.filter(block => block.meant === 'đ)').map(block => block.content.text)).toEqual([
      'Lĩnh vực xây dựng (10 hợp tác xã)',
      'Chính sách thành lập mới hợp tác xã, liên hiệp hợp tác xã',
      'Tăng cường công tác quản lý nhà nước về kinh tế tập thể',
    ])
  })

  it('joins the paragraphs of lang-son-2020 that a page break cut', () => {
    const all = buildBlocks(goldDocument('lang-son-2020')).map(block => block.content.text)
    for (const joint of [
      'hợp tác xã 27/7 - Bông Lau',
      'Hầu hết các đơn vị có quy mô',
      'hiệu quả hoạt động kinh tế tập thể năm 2019',
      'tại thành phố Lạng Sơn với 50 người',
      'trên địa bàn xã Quảng Lạc, thành phố',
      'hợp tác xã nông nghiệp trên địa bàn; đầu tư',
      'mọi thành phần kinh tế nhằm huy động mọi',
      'Đẩy mạnh sự liên kết trong khu vực hợp tác xã và giữa',
    ]) {
      expect(all.filter(text => text.includes(joint))).toHaveLength(1)
    }
  })

  it('puts a part and the title below it into one heading', () => {
    const { block } = find(buildBlocks(goldDocument('bac-kan-2020')), 'ĐÁNH GIÁ TÌNH HÌNH')
    expect(block).toMatchObject({ kind: 'heading', level: 'part', label: 'Phần thứ nhất' })
    expect(block.content.text).toBe(
      'ĐÁNH GIÁ TÌNH HÌNH THỰC HIỆN KẾ HOẠCH PHÁT TRIỂN KINH TẾ TẬP THỂ 8 THÁNG ĐẦU NĂM 2019',
    )
  })

  it('nests the damaged lists of bac-kan-2020', () => {
    const blocks = buildBlocks(goldDocument('bac-kan-2020'))
    expect(find(blocks, 'Doanh thu ngoài thành viên')).toMatchObject({
      block: { label: '- +', level: 'plus' },
      parent: { label: '-', kind: 'item' },
    })
    const farm = find(blocks, 'Trong lĩnh vực nông, lâm nghiệp')
    const other = find(blocks, 'Trong lĩnh vực phi nông nghiệp')
    expect([farm.block.label, other.block.label]).toEqual(['- *', '*'])
    expect(farm.parent?.content.text).toBe('Phân theo lĩnh vực hoạt động :')
    expect(find(blocks, 'Số lượng thành viên tham gia: 501').block.parent).toBe(other.index)
    expect(find(blocks, 'Số lượng thành viên tham gia: 1.098').block.parent).toBe(farm.index)
    expect(find(blocks, 'Chỉ tiêu phát triển: 201').parent?.content.text).toBe('Đối với HTX:')
    expect(find(blocks, 'Chỉ tiêu phát triển: 150').parent?.content.text).toBe('Đối với Tổ hợp tác')
  })

  it('keeps a section number that is used twice', () => {
    const blocks = buildBlocks(goldDocument('bac-kan-2020'))
    const sections = ['Công tác quản lý nhà nước về KTTT', 'Kết quả triển khai chính sách'].map(start =>
      find(blocks, start),
    )
    expect(sections.map(({ block }) => block.label)).toEqual(['2.', '2.'])
    expect(sections[0]?.block.parent).toBe(sections[1]?.block.parent)
  })

  it('opens annexes after the signature and keeps the cells of their rows apart', () => {
    const blocks = buildBlocks(goldDocument('bac-kan-2020'))
    const annexes = blocks.filter(block => block.level === 'annex')
    expect(annexes.map(block => [block.zone, block.label, block.content.text.slice(0, 20)])).toEqual([
      ['body', 'Phụ lục 1', 'TÌNH HÌNH PHÁT TRIỂN'],
      ['body', 'Phụ lục 2', 'SỐ QUANG HỢP TÁC XÃ,'],
    ])
    const { block, parent } = find(blocks, '\tSố hợp tác xã giải thể')
    expect(block.kind).toBe('row')
    expect(block.content.text.split('\t')).toEqual(['', 'Số hợp tác xã giải thể', 'HTX', '2', '10', '15', '5'])
    expect(parent?.label).toBe('Phụ lục 1')
  })

  it('opens the plan attached to a decision as an annex', () => {
    const blocks = buildBlocks(goldDocument('tp-2009'))
    const { index, block } = find(blocks, 'KẾ HOẠCH PHÁT TRIỂN KINH TẾ TẬP THỂ NĂM 2009')
    expect(block).toMatchObject({ kind: 'heading', level: 'annex', zone: 'body', parent: null })
    expect(find(blocks, 'KHÁI QUÁT NĂM 2008').block.parent).toBe(index)
    expect(find(blocks, 'Đào tạo: tổ chức 10 lớp').block).toMatchObject({ kind: 'item', label: '1.' })
    expect(blocks.filter(block => block.zone === 'foot').map(block => block.content.text)).toContain('Lê Quang Đệ')
  })

  it('skips no section of lam-dong-2018, whose numbers do', () => {
    const blocks = buildBlocks(goldDocument('lam-dong-2018'))
    expect(blocks.filter(block => block.level === 'roman').map(block => block.label)).toEqual(['I.', 'II.', 'IV.'])
    expect(find(blocks, 'Sở Văn hóa, Thể thao').block).toMatchObject({ kind: 'item', level: 'decimal', label: '2.10.' })
  })
})

describe('buildBlocks on wordings', () => {
  it('parts a heading from the first item that is glued to it', () => {
    const blocks = bodyOf('a) **Những thuận lợi**- Công tác phát triển được quan tâm.\n\n- Môi trường tốt.')
    expect(shape(blocks)).toEqual([
      ['heading', 'letter', 'a)'],
      ['item', 'dash', '-'],
      ['item', 'dash', '-'],
    ])
    expect(blocks.map(block => block.parent)).toEqual([null, 0, 0])
  })

  it.each([
    ['2019 là năm bản lề.', null],
    ['15 lớp trực tiếp, 825 học viên.', null],
    ['1.840 tổ hợp tác hoạt động.', null],
    ['12/8/2019 họp tổng kết.', null],
    ['1.5 triệu đồng mỗi tháng.', null],
    ['Phần lớn các hợp tác xã hoạt động tốt.', null],
    ['Chương trình mục tiêu quốc gia có 5 dự án.', null],
    ['Mục tiêu là 30 hợp tác xã.', null],
    ['C,PVP UBND tỉnh', null],
    ['1 . Đào tạo 10 lớp.', '1 .'],
    ['l. Đào tạo 10 lớp.', 'l.'],
    ['1/ Đào tạo 10 lớp.', '1/'],
    ['2.1.1 Đào tạo 10 lớp.', '2.1.1'],
    ['đ) Đào tạo 10 lớp.', 'đ)'],
    ['a. Đào tạo 10 lớp.', 'a.'],
    ['I- Đào tạo 10 lớp.', 'I-'],
    ['III – Đào tạo 10 lớp.', 'III -'],
    ['-+ Đào tạo 10 lớp.', '-+'],
    ['– Đào tạo 10 lớp.', '-'],
    ['• Đào tạo 10 lớp.', '•'],
    ['**3.** Đào tạo 10 lớp.', '3.'],
    ['Điều 3. Đào tạo 10 lớp.', 'Điều 3.'],
    ['Chương II: Đào tạo', 'Chương II:'],
  ])('reads the marker of %j as %j', (text, label) => {
    const [block] = bodyOf(text)
    expect(block?.label ?? null).toBe(label)
    if (block?.labelSpan) expect(block.labelSpan.start).toBe(text.startsWith('**') ? 2 : 0)
  })

  it('takes a short numbered title for a heading and a statement for an item', () => {
    const blocks = bodyOf(
      '1. Tổ chức\n\nToàn tỉnh có 5 HTX.\n\n2. Đào tạo: tổ chức 10 lớp cho 500 lượt người.\n\n3. Tác động của dịch Covid-19\n\n- Có 5 HTX dừng hoạt động.\n\n4. Đến năm 2025 có 30 HTX:\n\n- Nông nghiệp: 20 HTX.',
    )
    expect(shape(blocks)).toEqual([
      ['heading', 'arabic', '1.'],
      ['paragraph', null, null],
      ['item', 'arabic', '2.'],
      ['heading', 'arabic', '3.'],
      ['item', 'dash', '-'],
      ['item', 'arabic', '4.'],
      ['item', 'dash', '-'],
    ])
    expect(blocks.map(block => block.parent)).toEqual([null, 0, null, null, 3, null, 5])
  })

  it('puts the items after a lead-in under it and the next paragraph under the heading', () => {
    const blocks = bodyOf(
      'I. KẾT QUẢ\n\nNăm 2019 đạt được như sau:\n\n- Có 5 HTX.\n\n- Có 3 THT.\n\nNgoài ra có 2 quỹ.\n\n- Quỹ một.',
    )
    expect(blocks.map(block => block.parent)).toEqual([null, 0, 1, 1, 0, 0])
  })

  it('nests 1., 2. under a) where the list begins there', () => {
    const blocks = bodyOf(
      'I. MỤC TIÊU\n\na) Số lượng\n\n1. Có 5 HTX.\n\n2. Có 3 THT.\n\nb) Chất lượng\n\n1. Có 2 HTX khá.',
    )
    expect(blocks.map(block => block.parent)).toEqual([null, 0, 1, 1, 0, 4])
  })

  it('joins lines that were wrapped at a margin, and only those', () => {
    const text = [
      'Tổ chức tín dụng căn cứ vào tình hình thực tế của vốn điều lệ, quỹ',
      'dự trữ của mình và nhu cầu thành lập quỹ bảo lãnh tín dụng của từng',
      'địa phương, để quyết định việc tham gia góp vốn vào Quỹ bảo lãnh',
      'tín dụng do tỉnh thành lập. Báo cáo gửi Thống đốc Ngân hàng để Chủ',
      'tịch quyết định.',
      'Năm 2019 tỉnh có 35 hợp tác xã hoạt động hiệu quả và 12 hợp tác xã',
      'ngừng hoạt động.',
    ].join('\n')
    expect(texts(text)).toHaveLength(2)
    expect(texts(text)[1]).toBe('Năm 2019 tỉnh có 35 hợp tác xã hoạt động hiệu quả và 12 hợp tác xã ngừng hoạt động.')
  })

  it('does not join a heading with the paragraph after it', () => {
    expect(texts('3. Kết quả hỗ trợ hợp tác xã của tỉnh trong năm\n\nTỉnh đã hỗ trợ 5 HTX.')).toHaveLength(2)
    expect(texts('I. MỤC TIÊU\nĐến năm 2025 có 30 HTX.')).toHaveLength(2)
  })

  it('follows the layout where it is known, and leaves out running heads', () => {
    const text = 'Toàn tỉnh có 35 hợp tác xã\n2\nHoạt động hiệu quả.\nCó 5 THT.'
    const document = documentOf(text)
    const lines = document.lines.map((line, i) => ({
      ...line,
      page: i < 2 ? 1 : 2,
      wrapped: i === 0,
      role: i === 1 ? ('page-number' as const) : ('body' as const),
    }))
    expect(buildBlocks({ ...document, lines }).map(block => block.content.text)).toEqual([
      'Toàn tỉnh có 35 hợp tác xã Hoạt động hiệu quả.',
      'Có 5 THT.',
    ])
  })

  it('takes the lines of a table for rows, but not a head laid out as a table', () => {
    const text =
      'UBND TỈNH HÀ NAM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH\nNăm 2020\nI. MỤC TIÊU\nTổng số\t5\nTHT'
    const document = documentOf(text)
    const at = (line: number) => document.lines[line] ?? { start: 0, end: 0 }
    const table = (from: number, to: number) => ({ start: at(from).start, end: at(to).end, page: null, cells: [] })
    const blocks = buildBlocks({ ...document, tables: [table(0, 0), table(4, 5)] })
    expect(blocks.map(block => block.element ?? block.kind)).toEqual([
      'agency',
      'nation',
      'type',
      'title',
      'heading',
      'row',
      'row',
    ])
  })

  it('nests thousands of lead-ins in a row no deeper than documents nest, and keeps each', () => {
    const blocks = bodyOf(Array.from({ length: 2_000 }, (_, i) => `Trong đó có ${i} hợp tác xã:\n`).join('\n'))
    const depths: number[] = []
    for (const { parent } of blocks) depths.push(parent === null ? 0 : (depths[parent] ?? 0) + 1)
    expect(blocks).toHaveLength(2_000)
    expect(depths.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, i) => i))
    expect(Math.max(...depths)).toBeLessThanOrEqual(64)
  })

  it('tells the level of each title by the marker that comes next, however far', () => {
    const title = 'PHÁT TRIỂN KINH TẾ TẬP THỂ'
    const filler = Array.from({ length: 300 }, () => 'Kinh tế tập thể phát triển.').join('\n\n')
    const levels = (text: string) => bodyOf(text).flatMap(block => (block.content.text === title ? [block.level] : []))
    expect(levels(`${title}\n\n${filler}\n\nI. Tình hình\nCó 5 HTX.\n\n${title}\n\n1. Kết quả\nCó 5 HTX.`)).toEqual([
      'part',
      'roman',
    ])
  })

  it('takes any text', () => {
    const piece = fc.constantFrom(
      '- ',
      '1. ',
      'a) ',
      'I. ',
      '\n',
      '\n\n',
      '\t',
      '**',
      'Phần thứ nhất',
      'Nơi nhận:',
      'KẾ HOẠCH',
      'có 5 HTX.',
      'trên địa bàn xã',
      'Phụ lục 1',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const document = documentOf(pieces.join(''))
        const blocks = buildBlocks(document)
        expectCover(document, blocks)
        for (const [i, block] of blocks.entries()) expect(block.parent ?? -1).toBeLessThan(i)
      }),
    )
  })
})
