import type { EncodingName } from './encodings/encoding.ts'
import type { Conversion } from './encodings/mojibake-rules.ts'
import type { RepairKind } from './repair-messages.ts'

const COMPARE = { vi: 'Cần đối chiếu với bản gốc.', en: 'Compare with the original.' }

const ENCODING: Readonly<Record<EncodingName, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  viscii: 'VISCII',
  vps: 'VPS',
  viqr: 'VIQR',
  'windows-1258': 'windows-1258',
}

export const decodedFrom = (name: EncodingName): RepairKind => ({
  code: 'encoding-decoded',
  level: 'info',
  text: {
    vi: `{count} từ ở bảng mã ${ENCODING[name]} đã được chuyển sang Unicode: {examples}.`,
    en: `{count} words in ${ENCODING[name]} were converted to Unicode: {examples}.`,
  },
})

export const HORNS: RepairKind = {
  code: 'letters-restored',
  level: 'warning',
  text: {
    vi: `Chữ ư bị mất khi tệp được chuyển đổi; đã khôi phục ở {count} từ: {examples}. ${COMPARE.vi}`,
    en: `The letter ư was lost when the file was converted; it was put back in {count} words: {examples}. ${COMPARE.en}`,
  },
}

export const BLANKED: RepairKind = {
  code: 'letters-restored',
  level: 'warning',
  text: {
    vi: `Một chữ bị đọc thành dấu cách; đã khôi phục ở {count} từ: {examples}. ${COMPARE.vi}`,
    en: `A letter had been read as a blank; it was put back in {count} words: {examples}. ${COMPARE.en}`,
  },
}

export const CAPITALS: RepairKind = {
  code: 'capitals-restored',
  level: 'info',
  text: {
    vi: `{count} từ đặt bằng phông chữ hoa được ghi bằng chữ hoa: {examples}.`,
    en: `{count} words set in a font of capitals were written in capitals: {examples}.`,
  },
}

export const UTF8: RepairKind = {
  code: 'mojibake-repaired',
  level: 'warning',
  text: {
    vi: `Chữ Unicode (UTF-8) bị đọc như windows-1252; đã sửa {count} từ: {examples}. ${COMPARE.vi}`,
    en: `Unicode (UTF-8) had been read as windows-1252; {count} words were put right: {examples}. ${COMPARE.en}`,
  },
}

export const twiceDecoded = ({ label }: Conversion): RepairKind => ({
  code: 'mojibake-repaired',
  level: 'warning',
  text: {
    vi: `${label.vi}; đã sửa {count} từ: {examples}. ${COMPARE.vi}`,
    en: `${label.en}; {count} words were put right: {examples}. ${COMPARE.en}`,
  },
})

export const LOST_LETTERS: RepairKind = {
  code: 'letters-restored',
  level: 'warning',
  text: {
    vi: `Tệp bị mất các chữ có hai dấu; đã khôi phục ở {count} từ: {examples}. ${COMPARE.vi}`,
    en: `The file has lost letters with two marks; they were put back in {count} words: {examples}. ${COMPARE.en}`,
  },
}

export const DOUBLED_HORNS: RepairKind = {
  code: 'mojibake-repaired',
  level: 'warning',
  text: {
    vi: `Chữ ư bị ghi hai lần; đã sửa {count} từ: {examples}.`,
    en: `The letter ư had been written twice; {count} words were put right: {examples}.`,
  },
}

export const SMALL_A: RepairKind = {
  code: 'mojibake-repaired',
  level: 'warning',
  text: {
    vi: `Chữ Ã trong từ viết hoa bị ghi thành à; đã sửa {count} từ: {examples}.`,
    en: `Ã in words in capitals had become à; {count} words were put right: {examples}.`,
  },
}

/** Guesses at what stood on the paper: each is named. */
const EVERY_WORD = 500

export const DAMAGED_WORDS: RepairKind = {
  code: 'words-repaired',
  level: 'warning',
  examples: EVERY_WORD,
  text: {
    vi: `Bản quét làm hỏng chữ; {count} từ được đọc theo từ gần nhất trong từ điển: {examples}. ${COMPARE.vi}`,
    en: `The scan damaged letters; {count} words were read as the nearest terms of the lexicon: {examples}. ${COMPARE.en}`,
  },
}

export const HEADING_NUMERALS: RepairKind = {
  code: 'headings-repaired',
  level: 'warning',
  examples: EVERY_WORD,
  text: {
    vi: `Bản quét làm hỏng số La Mã của {count} đề mục; đã đọc theo thứ tự các đề mục trước và sau: {examples}. ${COMPARE.vi}`,
    en: `The scan damaged the Roman numerals of {count} headings; they were read by the headings before and after: {examples}. ${COMPARE.en}`,
  },
}

export const STRAY_STOPS: RepairKind = {
  code: 'marks-repaired',
  level: 'info',
  examples: EVERY_WORD,
  text: {
    vi: `Bản quét thêm dấu chấm giữa {count} cụm từ; đã bỏ: {examples}. ${COMPARE.vi}`,
    en: `The scan put stops within {count} terms; they were left out: {examples}. ${COMPARE.en}`,
  },
}

export const LABEL_STOPS: RepairKind = {
  code: 'marks-repaired',
  level: 'info',
  examples: EVERY_WORD,
  text: {
    vi: `Bản quét làm hỏng dấu câu sau {count} tên mục; đã đọc theo cách trình bày: {examples}. ${COMPARE.vi}`,
    en: `The scan damaged the mark behind {count} labels; it was read as the layout asks for: {examples}. ${COMPARE.en}`,
  },
}
