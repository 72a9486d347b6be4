import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, extract } from '../../src/extract.ts'
import { describe as describeProblem } from '../../src/problem.ts'
import { extractionOf, fixture } from './fixtures.ts'

const refusal = async (bytes: Uint8Array, name: string) => {
  const result = await extract(bytes, name)
  if (result.ok) throw new Error(`${name} was read`)
  return { code: result.problem.code, ...describeProblem(result.problem) }
}

/** The start of a Windows program: the DOS header, whose last field points to the PE header. */
const program = (): Buffer => {
  const file = Buffer.alloc(512)
  Buffer.from('4d5a90000300000004000000ffff0000b8', 'hex').copy(file)
  file.writeUInt32LE(0x80, 0x3c)
  file.write('This program cannot be run in DOS mode.', 0x4e, 'latin1')
  file.write('PE\0\0', 0x80, 'latin1')
  return file
}

const MIB = 1024 * 1024

describe('a file that cannot be read is refused with cause and cure in both languages', () => {
  it('an empty file', async () => {
    expect(await refusal(new Uint8Array(), 'rong.txt')).toEqual({
      code: 'empty-file',
      status: 422,
      title: { vi: 'Tệp rỗng', en: 'The file is empty' },
      cause: { vi: 'Tệp không có byte nào.', en: 'The file has no bytes.' },
      cure: { vi: 'Chọn lại tệp gốc và gửi lại.', en: 'Choose the original file and send it again.' },
    })
  })

  it('a PDF with a password', async () => {
    expect(await refusal(fixture('documents/password.pdf'), 'password.pdf')).toEqual({
      code: 'password-protected',
      status: 422,
      title: { vi: 'Tệp có mật khẩu', en: 'The file is protected by a password' },
      cause: { vi: 'Không mở được tệp vì cần mật khẩu.', en: 'The file cannot be opened without its password.' },
      cure: { vi: 'Bỏ mật khẩu rồi gửi lại.', en: 'Remove the password and send it again.' },
    })
  })

  it.each([0.1, 0.5, 0.9, 0.999])('a Word file of which only %d is there', async part => {
    const whole = fixture('documents/lang-son-2020.docx')
    expect(await refusal(whole.subarray(0, Math.floor(whole.length * part)), 'ke-hoach.docx')).toEqual({
      code: 'damaged-file',
      status: 422,
      title: { vi: 'Tệp hỏng', en: 'The file is damaged' },
      cause: {
        vi: 'Tệp bị cắt hoặc hỏng: zip directory not found.',
        en: 'The file is cut off or damaged: zip directory not found.',
      },
      cure: { vi: 'Sao chép lại tệp gốc và gửi lại.', en: 'Copy the original file again and send it.' },
    })
  })

  it('a file of 200 MB', async () => {
    const bytes = new Uint8Array(200 * MIB).fill(0x61)
    const limit = DEFAULT_LIMITS.maxBytes
    expect(await refusal(bytes, 'lon.txt')).toEqual({
      code: 'too-large',
      status: 413,
      title: { vi: 'Tệp quá lớn', en: 'The file is too large' },
      cause: {
        vi: `Tệp lớn hơn giới hạn ${limit} byte.`,
        en: `The file is larger than the limit of ${limit} bytes.`,
      },
      cure: {
        vi: 'Chia nhỏ tệp, hoặc tăng TRICHLUC_MAX_BYTES trên máy chủ.',
        en: 'Split the file, or raise TRICHLUC_MAX_BYTES on the server.',
      },
    })
  })

  it('a program named like a PDF', async () => {
    expect(await refusal(program(), 'ke-hoach.pdf')).toEqual({
      code: 'unsupported-type',
      status: 415,
      title: { vi: 'Loại tệp chưa hỗ trợ', en: 'Unsupported file type' },
      cause: {
        vi: 'Nội dung tệp là application/x-msdownload, không phải loại đọc được.',
        en: 'The content of the file is application/x-msdownload, which cannot be read.',
      },
      cure: {
        vi: 'Gửi tệp .txt, .md, .docx, .doc, .rtf, .odt, .xls, .xlsx, .pdf, hoặc bản quét .png, .jpg, .tif.',
        en: 'Send a .txt, .md, .docx, .doc, .rtf, .odt, .xls, .xlsx or .pdf file, or a scan as .png, .jpg or .tif.',
      },
    })
  })
})

describe('a text without any statistics is read', () => {
  it.each([
    ['a sentence', 'Ủy ban nhân dân tỉnh yêu cầu các sở, ngành triển khai thực hiện.\n'],
    [
      'a letter with its number and dates only',
      'UBND TỈNH LẠNG SƠN\nSố: 12/UBND-KT\nLạng Sơn, ngày 5 tháng 3 năm 2019\n\nThực hiện Quyết định số 461/QĐ-TTg ngày 27/4/2018, các sở, ngành báo cáo trước ngày 15/4/2019.\n',
    ],
  ])('%s', async (_, text) => {
    const { observations, numerals, text: kept } = await extractionOf(text)
    expect(observations).toEqual([])
    expect(numerals.unexplained).toEqual([])
    expect(kept).toBe(text)
  })
})

it('a refused file leaves nothing behind that the next one meets', async () => {
  const good = fixture('gold/tp-2009.txt')
  const before = await extractionOf(good, 'tp-2009.txt')
  await refusal(program(), 'ke-hoach.pdf')
  await refusal(fixture('documents/password.pdf'), 'password.pdf')
  await refusal(fixture('documents/tp-2009.docx').subarray(0, 3000), 'tp-2009.docx')
  expect(await extractionOf(good, 'tp-2009.txt')).toEqual(before)
})
