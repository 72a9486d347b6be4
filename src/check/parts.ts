import { z } from 'zod'

/** What an indicator may be a part of, the likeliest whole first. */
export const PartsFile = z.record(z.string(), z.array(z.string()).min(1))
export type PartsFile = z.infer<typeof PartsFile>

export const PARTS = 'checks/parts.yaml'

export const isCheck = (name: string): boolean => name.startsWith('checks/') && name !== PARTS
