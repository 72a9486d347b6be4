/** Files in one request. */
export const MAX_FILES = 200
/** Milliseconds that a request may take to arrive: 50 MiB on a slow line, or many files. */
export const REQUEST_TIMEOUT = 60 * 60 * 1000
