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
      vi: 'đọc tệp .doc, .rtf và .odt',
      en: 'reads .doc, .rtf and .odt files',
    },
    without: {
      vi: 'tệp .rtf và .odt không đọc được; tệp .doc đọc được chữ nhưng mất ô gộp của bảng và phông chữ',
      en: '.rtf and .odt files cannot be read; .doc files are read without merged table cells and fonts',
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
