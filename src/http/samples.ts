import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { documentId } from '../archive/document-id.ts'

const FOLDER = new URL('../../fixtures/gold/', import.meta.url)

/** Public plans of Vietnamese authorities, with their official titles (trích yếu). */
const CATALOGUE = [
  { name: 'bac-kan-2020.txt', title: 'Kế hoạch phát triển kinh tế tập thể năm 2020 (tỉnh Bắc Kạn)' },
  { name: 'lam-dong-2018.txt', title: 'Kế hoạch thực hiện Chỉ thị số 12/CT-TTg ngày 22/5/2018 (tỉnh Lâm Đồng)' },
  { name: 'lang-son-2020.txt', title: 'Kế hoạch phát triển kinh tế tập thể năm 2020 tỉnh Lạng Sơn' },
  {
    name: 'lien-minh-lang-son-2023.txt',
    title: 'Kế hoạch thực hiện Chương trình hành động số 71-CTr/TU (Liên minh HTX tỉnh Lạng Sơn)',
  },
  { name: 'tam-duong-2024.txt', title: 'Kế hoạch phát triển kinh tế tập thể, hợp tác xã năm 2024 (huyện Tam Đường)' },
] as const

export interface SampleFile {
  readonly name: string
  readonly title: string
  readonly bytes: number
  /** The id that the document has in every archive. */
  readonly id: string
}

/** The documents that are shipped with the product, to try it on. */
export interface SampleShelf {
  list(): Promise<readonly SampleFile[]>
  open(sample: SampleFile): Readable
}

/** @param folder where the files of the catalogue lie */
export function sampleShelf(folder: URL = FOLDER): SampleShelf {
  let files: readonly SampleFile[] | undefined
  return {
    async list() {
      files ??= await Promise.all(
        CATALOGUE.map(async ({ name, title }) => {
          const content = await readFile(new URL(name, folder))
          const sha256 = createHash('sha256').update(content).digest('hex')
          return { name, title, bytes: content.byteLength, id: documentId(sha256) }
        }),
      )
      return files
    },
    open: sample => createReadStream(new URL(sample.name, folder)),
  }
}
