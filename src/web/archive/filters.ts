export const FILTER_KEYS = ['q', 'area', 'issuer', 'year', 'kind', 'state', 'review', 'flagged'] as const
export type FilterKey = (typeof FILTER_KEYS)[number]

/** The filters as they stand in the page's address; an empty text filters nothing. */
export type Filters = Readonly<Record<FilterKey, string>>

/** @param query the page's query string; what it holds besides filters is left out */
export const parseFilters = (query: string): Filters => {
  const parameters = new URLSearchParams(query)
  const read = (key: FilterKey) => parameters.get(key) ?? ''
  return {
    q: read('q'),
    state: read('state'),
    year: read('year'),
    kind: read('kind'),
    area: read('area'),
    issuer: read('issuer'),
    review: read('review'),
    flagged: read('flagged'),
  }
}

/** The filters that filter something, for the server and for the page's address alike. */
export const filterQuery = (filters: Filters): URLSearchParams =>
  new URLSearchParams(FILTER_KEYS.filter(key => filters[key] !== '').map(key => [key, filters[key]]))

export const archiveAddress = (filters: Filters): string => {
  const query = filterQuery(filters).toString()
  return query === '' ? '/' : `/?${query}`
}
