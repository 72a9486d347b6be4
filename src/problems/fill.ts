/**
 * A text with its `{name}`s filled in. What is filled in at the end of a sentence may end one itself, as messages of other programs do.
 * A name that nothing is known of stays.
 */
export const fill = (template: string, details: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}(\.?)/g, (whole, name: string, stop: string) => {
    const detail = details[name]
    if (detail === undefined) return whole
    return /[.!?…]$/.test(String(detail)) ? String(detail) : `${detail}${stop}`
  })
