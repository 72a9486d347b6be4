import type { SkipReason } from './skip-reason.ts'

/** Names of files and folders that systems and programs leave behind, in lower case. */
const BY_NAME: readonly (readonly [pattern: RegExp, reason: SkipReason])[] = [
  [/^(?:thumbs|ehthumbs|ehthumbs_vista)\.db$/, 'system-file'],
  [/^desktop\.ini$/, 'system-file'],
  [/^\.ds_store$/, 'system-file'],
  // What macOS keeps beside a file on foreign disks and in zips (AppleDouble).
  [/^\._/, 'system-file'],
  [/^__macosx$/, 'system-file'],
  [/^\.(?:trashes|trash-\d+|spotlight-v100|fseventsd|temporaryitems|apdisk|documentrevisions-v100)$/, 'system-file'],
  [/^(?:\$recycle\.bin|recycler|system volume information|lost\+found)$/, 'system-file'],
  // Owner files and autosaves of Word and Excel, locks of LibreOffice.
  [/^~\$/, 'lock-file'],
  [/^~wr[a-z]\d+\.tmp$/, 'lock-file'],
  [/^\.~lock\..*#$/, 'lock-file'],
]

/**
 * Why a file or folder is no document, told from its name alone.
 * @param name without its folder
 * @returns null where it may be one
 */
export const noDocument = (name: string): SkipReason | null => {
  const folded = name.toLowerCase()
  return BY_NAME.find(([pattern]) => pattern.test(folded))?.[1] ?? null
}
