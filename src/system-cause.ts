import type { Bilingual } from './contract/index.ts'

const both = (vi: string, en: string): Bilingual => ({ vi, en })

const NO_PERMISSION = both('không có quyền', 'there is no permission')
const READ_ONLY = both('chỉ đọc được, không ghi được', 'it can be read only, not written to')
const FULL = both('ổ đĩa đã đầy', 'the disk is full')
const FAULTY = both('ổ đĩa gặp lỗi vào ra', 'the disk met an input or output error')

/** What codes of the operating system and of the databases mean to people; a clause without capital and full stop. */
const CAUSES: Readonly<Record<string, Bilingual>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  ENOENT: both('không có tệp hoặc thư mục này', 'there is no such file or folder'),
  EISDIR: both('đây là thư mục, không phải tệp', 'it is a folder, not a file'),
  ENOTDIR: both('đường dẫn đi qua một tệp', 'the path goes through a file'),
  EEXIST: both('đây là tệp, không phải thư mục', 'it is a file, not a folder'),
  ELOOP: both('liên kết vòng hoặc liên kết thay chỗ tệp', 'links lead in a circle, or a link took its place'),
  ENAMETOOLONG: both('tên quá dài', 'the name is too long'),
  EROFS: READ_ONLY,
  ENOSPC: FULL,
  EDQUOT: both('đã hết hạn mức đĩa', 'the disk quota is used up'),
  EIO: FAULTY,
  EADDRINUSE: both('cổng đang được dùng', 'the port is in use'),
  EADDRNOTAVAIL: both('máy này không có địa chỉ đó', 'this machine does not have that address'),
  ECONNREFUSED: both('không có chương trình nào nhận kết nối ở đó', 'nothing accepts connections there'),
  ECONNRESET: both('kết nối bị ngắt', 'the connection was broken'),
  ETIMEDOUT: both('không có trả lời', 'there is no answer'),
  ENOTFOUND: both('không có tên máy này', 'there is no such host name'),
  // SQLSTATE of PostgreSQL (documentation, appendix A)
  '28P01': both('sai mật khẩu', 'the password is wrong'),
  '28000': both('người dùng không được phép vào', 'the user may not connect'),
  '3D000': both('không có cơ sở dữ liệu này', 'there is no such database'),
  '42501': NO_PERMISSION,
  '25006': READ_ONLY,
  '53100': FULL,
  '58030': FAULTY,
  SQLITE_CANTOPEN: both('không mở được cơ sở dữ liệu', 'the database cannot be opened'),
  SQLITE_READONLY: READ_ONLY,
  SQLITE_FULL: FULL,
  SQLITE_IOERR: FAULTY,
  SQLITE_NOTADB: both('archive.sqlite không phải cơ sở dữ liệu', 'archive.sqlite is no database'),
  SQLITE_CORRUPT: both('cơ sở dữ liệu bị hỏng', 'the database is damaged'),
}

/**
 * Why the operating system or the database refused something, in both languages.
 * @returns null where the error is of another kind, which may be a fault of the program
 */
export function systemCause(error: unknown): Bilingual | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  // SQLite's extended codes say more than is needed: SQLITE_IOERR_WRITE.
  const code = error.code.replace(/^(SQLITE_[A-Z]+)_.*/, '$1')
  return CAUSES[code] ?? null
}

/** As `systemCause`, with the error's own message where its code is not known. */
export const systemCauseOrMessage = (error: unknown): Bilingual => {
  const message = error instanceof Error ? error.message : String(error)
  return systemCause(error) ?? { vi: message, en: message }
}
