import { describe, type Problem } from './problem.ts'

/** A problem as a terminal shows it: a line in Vietnamese and one in English, each with title, cause and cure. */
export function problemText(subject: string, cause: Problem): string {
  const { title, cause: why, cure } = describe(cause)
  return (['vi', 'en'] as const)
    .map(language => `${subject}: ${title[language]}. ${why[language]} ${cure[language]}\n`)
    .join('')
}
