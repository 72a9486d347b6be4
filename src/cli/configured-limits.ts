import { readLimits } from '../config.ts'
import type { Limits } from '../extract.ts'
import { problemText } from '../problem-text.ts'
import type { Streams } from './streams.ts'

/**
 * Reads the limits that the environment sets, and complains of each that is not valid.
 * @returns the limits, or undefined when one is not valid: the command ends with `EXIT.usage`
 */
export function configuredLimits(streams: Streams): Limits | undefined {
  const configured = readLimits(streams.environment)
  if (configured.ok) return configured.limits
  for (const each of configured.problems) streams.complain(problemText('trichluc', each))
  return undefined
}
