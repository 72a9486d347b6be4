/** A line ends within a word or a formula: after an opening bracket, or a sign with nothing before it but the word itself. */
const ENDS_WITHIN = /[([]$|\S[/=+]$/

/** The lines of one cell as one text. They are set apart by a blank, but where a narrow column broke a formula (`(1)+(` / `2)`). */
export const joinLines = (lines: readonly string[]): string =>
  lines.reduce((text, line) => (text === '' || ENDS_WITHIN.test(text) ? text + line : `${text} ${line}`), '')
