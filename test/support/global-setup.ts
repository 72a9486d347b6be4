import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a PostgreSQL that all tests share; null where none is installed. */
    postgres: string | null
  }
}

export default async function setup(project: TestProject) {
  const server = await startPostgres()
  project.provide('postgres', server?.url ?? null)
  return () => server?.remove()
}
