/** Codes of the operating system for a connection that cannot be made or that broke. */
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EAI_AGAIN',
])

/**
 * SQLSTATE of a PostgreSQL that ends, starts, or has no connection to spare: class 08 (connection exception), 57P01–57P03
 * (shutdown, crash, cannot connect now), 53300 (too many connections). PostgreSQL documentation, appendix A.
 */
const SQLSTATE = /^(08\w{3}|57P0[1-3]|53300)$/

/** What pg says without a code; the last of a statement that was not answered in time. */
const MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/

/** Whether an error says that the database is away, so that the same may succeed when it is back. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isAway)
  if (MESSAGE.test(error.message)) return true
  return 'code' in error && typeof error.code === 'string' && (SQLSTATE.test(error.code) || NETWORK.has(error.code))
}
