import { describe, expect, it } from 'vitest'
import { isStatistical } from '../../src/table/is-statistical.ts'
import { modelOf, tabbed } from './drawn.ts'

const isAbout = (drawn: string): boolean => isStatistical(modelOf(tabbed(drawn)))

describe('a table may hold statistics', () => {
  it.each([
    [
      'with a head, labels and figures',
      'TT | Chỉ tiêu | 2018 | 2019\n1 | Số HTX | 160 | 176\n2 | Thành viên | 900 | 950',
    ],
    ['without a head, by its labels', 'Số hợp tác xã | 160 | 176\nSố tổ hợp tác | 66 | 80\nThành viên | 900 | 950'],
    ['with years as its labels', 'Năm | HTX | THT\n2016 | 120 | 40\n2017 | 131 | 52\n2018 | 160 | 66'],
    [
      'though lines lead over with a colon',
      'TT | Chỉ tiêu | 2018 | 2019\n1 | Số HTX | 160 | 176\n | Trong đó: | | \n | HTX mới | 35 | 30\n2 | Thành viên | 900 | 950\n | Trong đó: | | \n | Mới | 9 | 9',
    ],
  ])('%s', (_, drawn) => {
    expect(isAbout(drawn)).toBe(true)
  })
})

describe('a table holds no statistics', () => {
  it.each([
    [
      'where dots lead over to pages',
      'I. | Tình hình chung ........................ | 3\n1. | Hợp tác xã .................. | 4\nII. | Phương hướng ........... | 12',
    ],
    [
      'where fields are to be filled in',
      'Họ và tên: | Nông Văn Bình | Ngày sinh: | 12/5/1978\nSố CMND: | 095012345 | Ngày cấp: | 3/4/2010\nĐiện thoại: | 02093870123 | Fax: | 02093870124',
    ],
    ['where figures have neither head nor label', '160 | 172 | 176\n70 | 75 | 76\n12 | 18 | 13'],
  ])('%s', (_, drawn) => {
    expect(isAbout(drawn)).toBe(false)
  })
})
