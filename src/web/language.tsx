import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import type { Bilingual, Language } from '../contract/index.ts'
import { recall, remember } from './storage.ts'
import { type TextKey, text } from './texts.ts'

const STORAGE_KEY = 'trichluc.language'

interface LanguageChoice {
  readonly language: Language
  readonly choose: (language: Language) => void
  /** A text of the pages. */
  readonly t: (key: TextKey, details?: Readonly<Record<string, string | number>>) => string
  /** A text or label that comes in both languages. */
  readonly say: (both: Bilingual) => string
}

const remembered = (): Language => (recall(STORAGE_KEY) === 'en' ? 'en' : 'vi')

const choiceOf = (language: Language, choose: LanguageChoice['choose']): LanguageChoice => ({
  language,
  choose,
  t: (key, details) => text(key, language, details),
  say: both => both[language],
})

const Choice = createContext<LanguageChoice>(choiceOf('vi', () => undefined))

export const useLanguage = (): LanguageChoice => useContext(Choice)

export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState(remembered)
  const choice = useMemo(
    () =>
      choiceOf(language, next => {
        remember(STORAGE_KEY, next)
        setLanguage(next)
      }),
    [language],
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <Choice.Provider value={choice}>{children}</Choice.Provider>
}
