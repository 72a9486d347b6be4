import type { Language } from '../../contract/index.ts'
import { useLanguage } from '../language.tsx'

/** Each language is named in itself, so that it is found by those who need it. */
const NAMES: readonly [Language, string][] = [
  ['vi', 'Tiếng Việt'],
  ['en', 'English'],
]

export function LanguageSwitch() {
  const { language, choose, t } = useLanguage()
  return (
    <fieldset class="language-switch" aria-label={t('nav.language')}>
      {NAMES.map(([code, name]) => (
        <button key={code} type="button" lang={code} aria-pressed={language === code} onClick={() => choose(code)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
