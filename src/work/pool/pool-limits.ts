/** Wall time of one document, in seconds: longer than all its page images may take. */
export const DEFAULT_SECONDS = 14_400

/** Memory of the process that reads a document, in 2^20 bytes. */
export const DEFAULT_MEGABYTES = 4_096
