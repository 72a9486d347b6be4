import type { TabMemory } from '../../../src/web/tab-memory.ts'

/** A tab that remembers, as browsers have it. */
export const openTab = (): TabMemory => {
  const kept = new Map<string, string>()
  return { recall: key => kept.get(key) ?? null, remember: (key, value) => void kept.set(key, value) }
}

/** One whose storage is forbidden. */
export const FORGETFUL: TabMemory = { recall: () => null, remember: () => undefined }
