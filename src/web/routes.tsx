import type { VNode } from 'preact'
import { ArchivePage } from './archive/archive-page.tsx'
import { BackfillPage } from './backfills/backfill-page.tsx'
import { BackfillsPage } from './backfills/backfills-page.tsx'
import { DashboardPage } from './dashboard/dashboard-page.tsx'
import { DocumentPage } from './document/document-page.tsx'
import { QueuePage } from './review/queue/queue-page.tsx'
import type { Address } from './router.tsx'

interface Route {
  readonly path: RegExp
  /** @param id what the path's group matched */
  readonly page: (id: string, address: Address) => VNode
}

/** The pages by their addresses. */
export const ROUTES: readonly Route[] = [
  { path: /^\/$/, page: (_, { query }) => <ArchivePage query={query} /> },
  { path: /^\/dashboard\/?$/, page: () => <DashboardPage /> },
  { path: /^\/documents\/([^/]+)\/?$/, page: id => <DocumentPage key={id} id={id} /> },
  { path: /^\/review\/?$/, page: () => <QueuePage /> },
  { path: /^\/backfills\/?$/, page: () => <BackfillsPage /> },
  { path: /^\/backfills\/([^/]+)\/?$/, page: (id, { query }) => <BackfillPage key={id} id={id} query={query} /> },
]
