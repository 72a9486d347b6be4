import type { Config } from '../config.ts'
import type { Archive } from './archive.ts'
import type { ProcessKind } from './database/tables.ts'
import { openArchive, openSharedArchive } from './open-archive.ts'

/** The archive that the configuration names: in PostgreSQL where a database is given, else in the folder. See `openArchive`. */
export const openConfigured = (
  { data, database, originals }: Pick<Config, 'data' | 'database' | 'originals'>,
  kind: ProcessKind,
): Promise<Archive> =>
  database === null ? openArchive(data, { kind }) : openSharedArchive(database, originals, { kind })
