import { ProblemError, problem } from '../../problem.ts'
import { systemCauseOrMessage } from '../../system-cause.ts'
import type { ByteSource } from './byte-source.ts'
import { entryName, isUnsafeName } from './entry-name.ts'
import { emptyFolders, type FolderCensus, folderCensus } from './folder-census.ts'
import { type Found, refused, skipped } from './found.ts'
import { memberData, memberHead } from './member-data.ts'
import { noDocument } from './no-document.ts'
import { beginsAsDocument, beginsAsZip, packageKind } from './package-kind.ts'
import { salvageMembers } from './salvage-members.ts'
import type { SourceLimits } from './source-limits.ts'
import { type Spooled, spoolWithRoom } from './spool.ts'
import type { ZipBudget } from './zip-budget.ts'
import { DEFLATED, STORED, ZipDamage, type ZipMember } from './zip-member.ts'
import { zipMembers } from './zip-members.ts'

export interface ZipContext {
  readonly limits: SourceLimits
  /** Shared by a zip and all within it. */
  readonly budget: ZipBudget
  /** 1 for a zip that lies in no other. */
  readonly depth: number
  /** The path of that zip: a limit of the budget is told of it. */
  readonly outermost: string
}

/**
 * Lists what a zip holds, and what zips within it hold, entry by entry; no more of it is in memory than one entry's head. Of a
 * damaged zip all that is whole is listed, then a refusal of the zip itself tells the rest.
 * @param path of the zip, as items are named
 * @returns false where a limit ended the listing: the zips around it are to end, too
 */
export async function* listZip(bytes: ByteSource, path: string, context: ZipContext): AsyncGenerator<Found, boolean> {
  const census = folderCensus()
  const listed = new Set<number>()
  const listMember = async function* (member: ZipMember): AsyncGenerator<Found, boolean> {
    listed.add(member.offset)
    const tooMany = context.budget.count()
    if (tooMany !== null) {
      yield refused(context.outermost, tooMany)
      return false
    }
    return yield* listNamed(member, census, bytes, path, context)
  }
  try {
    for await (const member of zipMembers(bytes)) if (!(yield* listMember(member))) return false
  } catch (error) {
    if (!(error instanceof ZipDamage)) throw error
    for await (const member of salvageMembers(bytes))
      if (!listed.has(member.offset) && !(yield* listMember(member))) return false
    yield refused(path, problem('damaged-zip', { detail: error.message, entries: listed.size }))
  }
  for (const folder of emptyFolders(census)) yield skipped(`${path}!/${folder}`, 'empty-folder')
  return true
}

/** Tells entries that are no files apart by their names. */
async function* listNamed(
  member: ZipMember,
  census: FolderCensus,
  bytes: ByteSource,
  zip: string,
  context: ZipContext,
): AsyncGenerator<Found, boolean> {
  const name = entryName(member.rawName, member.extraFields)
  if (isUnsafeName(name) || name === '') {
    yield refused(`${zip}!/${census.unique(name)}`, problem('unsafe-path', { path: name }))
    return true
  }
  const segments = name.split('/')
  const at = segments.findIndex(segment => noDocument(segment) !== null)
  const reason = noDocument(segments[at] ?? '')
  if (reason !== null) {
    const left = segments.slice(0, at + 1).join('/')
    census.see(left)
    if (census.isFirst(left)) yield skipped(`${zip}!/${left}`, reason)
    return true
  }
  census.see(name)
  if (name.endsWith('/')) return true
  const path = `${zip}!/${census.unique(name)}`
  if (member.link) {
    yield skipped(path, 'link-in-zip')
    return true
  }
  return yield* listFile(member, bytes, path, context)
}

async function* listFile(
  member: ZipMember,
  bytes: ByteSource,
  path: string,
  context: ZipContext,
): AsyncGenerator<Found, boolean> {
  const { limits, budget } = context
  const { method, size } = member
  const refuse = member.encrypted
    ? problem('password-protected')
    : method !== STORED && method !== DEFLATED
      ? problem('unknown-packing', { method })
      : size === 0
        ? problem('empty-file')
        : null
  if (refuse !== null) {
    yield refused(path, refuse)
    return true
  }
  const tooFar = budget.unpack(size)
  if (tooFar !== null) {
    yield refused(context.outermost, tooFar)
    return false
  }
  let head: Buffer
  try {
    head = await memberHead(bytes, member)
  } catch (error) {
    yield refused(path, problemOf(error, path))
    return true
  }
  if (beginsAsZip(head) && !beginsAsDocument(head)) return yield* listNested(member, bytes, path, context)
  if (size > limits.maxBytes) yield refused(path, problem('too-large', { limit: limits.maxBytes }))
  else yield { kind: 'item', path, bytes: size, lasting: false, open: () => memberData(bytes, member) }
  return true
}

const problemOf = (error: unknown, path: string) =>
  error instanceof ProblemError ? error.problem : problem('unreadable-path', { path, ...systemCauseOrMessage(error) })

/** A zip within a zip: what it holds, or itself where it is a document. */
async function* listNested(
  member: ZipMember,
  bytes: ByteSource,
  path: string,
  context: ZipContext,
): AsyncGenerator<Found, boolean> {
  const { limits, depth } = context
  if (member.size > limits.maxNestedBytes) {
    yield refused(path, problem('too-large', { limit: limits.maxNestedBytes }))
    return true
  }
  let spooled: Spooled
  try {
    spooled = yield* spoolWithRoom(path, member.size, () => memberData(bytes, member))
  } catch (error) {
    yield refused(path, problemOf(error, path))
    return true
  }
  try {
    const kind = await packageKind(spooled.bytes)
    if (kind === 'archive' || (kind === 'damaged' && /\.zip$/i.test(path))) {
      if (depth < limits.maxDepth) return yield* listZip(spooled.bytes, path, { ...context, depth: depth + 1 })
      yield refused(path, problem('nested-too-deep', { limit: limits.maxDepth }))
      return true
    }
    if (member.size > limits.maxBytes) yield refused(path, problem('too-large', { limit: limits.maxBytes }))
    else yield { kind: 'item', path, bytes: member.size, lasting: false, open: () => memberData(bytes, member) }
    return true
  } finally {
    await spooled.close()
  }
}
