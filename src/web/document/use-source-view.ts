import { useState } from 'preact/hooks'
import type { DocumentInfo } from '../../contract/index.ts'
import { type DocumentForm, hasPages } from '../page/has-pages.ts'
import { recall, remember } from '../storage.ts'

/** How a document is looked at: its pages as they look, its text, its tables alone. */
export type SourceView = 'page' | 'text' | 'tables'

const STORAGE_KEY = 'trichluc.source'

/** How a document is looked at first. */
export const firstView = (info: DocumentForm): 'page' | 'text' =>
  hasPages(info) && recall(STORAGE_KEY) !== 'text' ? 'page' : 'text'

/** The view of a document; pages or text is remembered for the next. */
export const useSourceView = (info: DocumentInfo): readonly [view: SourceView, choose: (view: SourceView) => void] => {
  const [view, setView] = useState<SourceView>(() => firstView(info))
  const choose = (next: SourceView) => {
    setView(next)
    if (next !== 'tables') remember(STORAGE_KEY, next)
  }
  return [view, choose]
}
