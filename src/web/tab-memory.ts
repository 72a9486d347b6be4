/** What a tab remembers, also when its page is loaded anew. */
export interface TabMemory {
  /** Null where there is nothing, or where storage is forbidden. */
  readonly recall: (key: string) => string | null
  readonly remember: (key: string, value: string) => void
}
