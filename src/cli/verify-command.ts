import { verify } from '../archive/verify/verify.ts'
import { withExistingArchive } from '../with-archive.ts'
import { archiveText } from './format/archive-text.ts'
import { EXIT, type Streams } from './streams.ts'

/**
 * Holds the archive to itself and prints what is wrong, each with a cure, and what it takes on the disk.
 * @param repair count anew what is not as the decisions have it
 * @returns the exit code: 0 where nothing is wrong, else 1
 */
export const verifyCommand = (
  { json, repair }: { readonly json: boolean; readonly repair: boolean },
  streams: Streams,
): Promise<number> =>
  withExistingArchive(streams.environment, streams.complain, async (_config, archive) => {
    const report = await verify(archive, { repair })
    streams.print(json ? `${JSON.stringify(report)}\n` : archiveText(report))
    return report.ok ? EXIT.done : EXIT.failed
  })
