import type { TabMemory } from './tab-memory.ts'

/** What this browser remembers under a key; null where there is nothing, or where storage is forbidden. */
export const recall = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Remembers a choice in this browser. Where storage is forbidden it lasts as long as the page. */
export const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value)
  } catch {
    // As above.
  }
}

/** This tab, as long as it is open. */
export const TAB: TabMemory = {
  recall(key) {
    try {
      return sessionStorage.getItem(key)
    } catch {
      return null
    }
  },
  remember(key, value) {
    try {
      sessionStorage.setItem(key, value)
    } catch {
      // As above.
    }
  },
}
