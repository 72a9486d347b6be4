import type { Bilingual } from '../contract/index.ts'

interface ToolEntry {
  /** Names of its program on the `PATH`, the preferred one first. */
  readonly programs: readonly [string, ...string[]]
  readonly versionArguments: readonly string[]
  /** The packages of Debian that hold it and what it needs for this work. */
  readonly packages: readonly [string, ...string[]]
  readonly purpose: Bilingual
  /** What is lost where it is missing. */
  readonly without: Bilingual
}

/** Programs that the product uses where they are installed. It works without them and says what is lost. */
export const TOOLS = {
  soffice: {
    programs: ['soffice', 'libreoffice'],
    versionArguments: ['--version'],
    packages: ['libreoffice-writer'],
    purpose: {
      vi: 'đọc tệp .doc, .rtf, .odt và trang web',
      en: 'reads .doc, .rtf and .odt files and web pages',
    },
    without: {
      vi: 'tệp .rtf, .odt, trang web và tệp Word 6/95 không đọc được; tệp .doc đọc được, trừ số thứ tự Word đánh tự động',
      en: '.rtf, .odt, web pages and files of Word 6 and 95 cannot be read; .doc files can, without the labels of automatic lists',
    },
  },
  tesseract: {
    programs: ['tesseract'],
    versionArguments: ['--version'],
    packages: ['tesseract-ocr'],
    purpose: {
      vi: 'nhận dạng chữ trên trang quét',
      en: 'reads scanned pages',
    },
    without: {
      vi: 'trang quét được đọc bằng bộ nhận dạng đi kèm, chậm hơn khoảng hai lần',
      en: 'scanned pages are read by the built-in recogniser, about half as fast',
    },
  },
} as const satisfies Record<string, ToolEntry>

export type ToolName = keyof typeof TOOLS

export const TOOL_NAMES = Object.keys(TOOLS) as [ToolName, ...ToolName[]]
