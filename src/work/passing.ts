import type { Bilingual } from '../contract/index.ts'
import { describe, type Problem, type ProblemCode, ProblemError } from '../problem.ts'
import type { ReadingLog } from './reading.ts'

/** Problems that go away by themselves or by an administrator's hand, with nothing wrong about the document. */
export const PASSING = [
  'database-away',
  'originals-away',
  'cannot-store',
  'temporary-full',
] as const satisfies readonly ProblemCode[]
type PassingCode = (typeof PASSING)[number]

/** What ends the waiting. The catalogue's own cures are for whoever has to send something again, which nobody has to here. */
const CURES: Readonly<Record<PassingCode, Bilingual>> = {
  'database-away': {
    vi: 'Kiểm tra PostgreSQL và DATABASE_URL; sau đó việc đang chờ tự chạy tiếp.',
    en: 'Check PostgreSQL and DATABASE_URL; what waits then goes on by itself.',
  },
  'originals-away': {
    vi: 'Gắn lại thư mục TRICHLUC_ORIGINALS của kho; sau đó việc đang chờ tự chạy tiếp.',
    en: 'Mount the folder TRICHLUC_ORIGINALS of the archive again; what waits then goes on by itself.',
  },
  'cannot-store': {
    vi: 'Giải phóng chỗ trên ổ đĩa của kho, kiểm tra quyền ghi; sau đó việc đang chờ tự chạy tiếp.',
    en: 'Free the disk of the archive and check its permissions; what waits then goes on by itself.',
  },
  'temporary-full': {
    vi: 'Giải phóng chỗ ở đó; sau đó việc đang chờ tự chạy tiếp.',
    en: 'Free that disk; what waits then goes on by itself.',
  },
}

export const isPassingCode = (code: ProblemCode): code is PassingCode => PASSING.some(each => each === code)

export const isPassing = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && isPassingCode(error.problem.code)

/** Says in a log what is waited for, and what ends the waiting. */
export const tellWaiting =
  (log: Pick<ReadingLog, 'warn'>) =>
  ({ problem }: { readonly problem: Problem }): void => {
    const { code } = problem
    const { cause, cure } = describe(problem)
    log.warn({ code, cause, cure: isPassingCode(code) ? CURES[code] : cure }, 'waiting')
  }
