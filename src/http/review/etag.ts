/** A version as a strong entity tag (RFC 9110, 8.8.3). */
export const etagOf = (version: string): string => `"${version}"`

/** The tags of a header `If-Match` or `If-None-Match`, without quotes; weak ones only where they may count. */
export const tagsOf = (header: string | undefined, { weak }: { readonly weak: boolean }): string[] =>
  Array.from((header ?? '').matchAll(/(W\/)?"([^"]*)"/g)).flatMap(([, isWeak, tag = '']) =>
    isWeak === undefined || weak ? [tag] : [],
  )
