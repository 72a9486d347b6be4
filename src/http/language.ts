import type { Language } from '../contract/index.ts'

/** Reads an `Accept-Language` header: of our two languages the one it weighs higher, Vietnamese where it names neither. */
const fromHeader = (header: string): Language => {
  const weights: Record<Language, number> = { vi: 0, en: 0 }
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.split(';').map(part => part.trim().toLowerCase())
    const language = tag.split('-')[0]
    if (language !== 'vi' && language !== 'en') continue
    const quality = parameters.find(parameter => parameter.startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.slice(2))
    if (weight > weights[language]) weights[language] = weight
  }
  return weights.en > weights.vi ? 'en' : 'vi'
}

/**
 * The language of an answer: `lang` of the query where it is one of ours, else what the browser prefers, else Vietnamese.
 * @param query the parsed query of the request
 * @param header its `Accept-Language`
 */
export function languageOf(query: unknown, header: string | undefined): Language {
  const lang = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : undefined
  if (lang === 'vi' || lang === 'en') return lang
  return header === undefined ? 'vi' : fromHeader(header)
}
