import type { DocumentHeader, OutlineNode } from '../../contract/index.ts'

/** What the checks of a document's form read of it. */
export interface FormDocument {
  readonly text: string
  readonly outline: readonly OutlineNode[]
  readonly document: Pick<DocumentHeader, 'number' | 'symbol' | 'issued' | 'references'>
}
