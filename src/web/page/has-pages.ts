const PAGED = /^(application\/pdf|image\/(png|jpeg|tiff))$/

/** What a document is; null what is not known of it yet, or what its format does not have. */
export interface DocumentForm {
  readonly mediaType: string | null
  readonly pages: number | null
}

/** Whether a document has pages that can be shown as they look: PDFs and scans do, texts, Word files and workbooks do not. */
export const hasPages = ({ mediaType, pages }: DocumentForm): boolean =>
  pages !== null && mediaType !== null && PAGED.test(mediaType)
