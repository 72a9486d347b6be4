import type { Bilingual, Finding } from '../../contract/index.ts'
import { fill } from '../../problems/fill.ts'

interface FindingKind {
  readonly level: Finding['level']
  readonly text: Bilingual
  readonly cure: Bilingual
}

const RESTORE: Bilingual = {
  vi: 'Khôi phục kho từ bản sao lưu gần nhất.',
  en: 'Restore the archive from the latest backup.',
}

const READ_AGAIN: Bilingual = {
  vi: 'Nếu tệp gốc còn nguyên, trichluc reextract --all đọc lại; nếu không, khôi phục kho từ bản sao lưu.',
  en: 'Where the original is whole, trichluc reextract --all reads it anew; else restore the archive from a backup.',
}

const SEND_AGAIN: Bilingual = {
  vi: 'Gửi lại tệp đó (cùng nội dung thì vào đúng chỗ cũ), hoặc chép nó từ bản sao lưu vào thư mục tệp gốc.',
  en: 'Send the file again (the same bytes take their old place), or copy it from a backup to the originals.',
}

const COUNT_AGAIN: Bilingual = {
  vi: 'trichluc verify --repair đếm lại từ các quyết định.',
  en: 'trichluc verify --repair counts anew from the decisions.',
}

const NOTHING: Bilingual = { vi: 'Không phải làm gì.', en: 'Nothing has to be done.' }

const error = (vi: string, en: string, cure: Bilingual): FindingKind => ({ level: 'error', text: { vi, en }, cure })
const note = (vi: string, en: string, cure: Bilingual = NOTHING): FindingKind => ({
  level: 'note',
  text: { vi, en },
  cure,
})

/** Everything that can be found of an archive. `{name}` in a text is filled from the finding's details. */
export const FINDINGS = {
  'database-damaged': error('Cơ sở dữ liệu bị hỏng: {found}.', 'The database is damaged: {found}.', {
    vi: 'Kiểm tra ổ đĩa, rồi khôi phục kho từ bản sao lưu gần nhất.',
    en: 'Have the disk checked, then restore the archive from the latest backup.',
  }),
  'dangling-row': error(
    'Một dòng của bảng {table} chỉ tới một dòng của {parent} không còn.',
    'A row of {table} refers to a row of {parent} that is gone.',
    RESTORE,
  ),
  'original-missing': error(
    'Thiếu tệp gốc {sha256} ({name}).',
    'The original {sha256} ({name}) is missing.',
    SEND_AGAIN,
  ),
  'original-damaged': error(
    'Nội dung tệp gốc không khớp mã băm: có {found} ({bytes} byte).',
    'The bytes of the original do not have its hash: they have {found} ({bytes} bytes).',
    SEND_AGAIN,
  ),
  'original-unreadable': error('Không đọc được tệp gốc: {found}.', 'The original cannot be read: {found}.', SEND_AGAIN),
  'bytes-disagree': error(
    'Tài liệu ghi {expected} byte, tệp gốc có {bytes}.',
    'The document says {expected} bytes, the original has {bytes}.',
    RESTORE,
  ),
  'original-without-row': note(
    'Tệp gốc không thuộc tài liệu nào ({bytes} byte): việc gửi bị ngắt trước khi được trả lời.',
    'An original of no document ({bytes} bytes): an upload was cut off before it was answered.',
    {
      vi: 'Không phải làm gì; gửi lại tệp đó sẽ dùng lại nó.',
      en: 'Nothing; the next upload of the file takes it over.',
    },
  ),
  'incoming-left': note(
    '{count} lần gửi đang dở hoặc bị ngắt còn để lại dữ liệu.',
    '{count} uploads that are under way or were cut off have left bytes.',
    { vi: 'Không phải làm gì; máy chủ tự dọn sau một ngày.', en: 'Nothing; they are swept after a day.' },
  ),
  'id-disagrees': error(
    'Mã tài liệu không phải của mã băm {sha256}.',
    'The id is not that of the hash {sha256}.',
    RESTORE,
  ),
  'without-extraction': error(
    'Trạng thái {state} nhưng không có kết quả.',
    'Its state is {state}, but it has no extraction.',
    READ_AGAIN,
  ),
  'unexpected-extraction': error(
    'Trạng thái {state} nhưng đã có kết quả.',
    'Its state is {state}, but it has an extraction.',
    RESTORE,
  ),
  'without-problem': error(
    'Trạng thái failed nhưng không ghi nguyên nhân đọc được.',
    'Its state is failed, but no cause that can be read is kept.',
    SEND_AGAIN,
  ),
  'queue-disagrees': error(
    'Trạng thái {state} không hợp với hàng đợi ({queued}): tài liệu sẽ không được đọc, hoặc không được trả lại.',
    'Its state {state} does not go with the queue ({queued}): it is never read, or never given back.',
    RESTORE,
  ),
  'reader-gone': note(
    'Tiến trình đang đọc tài liệu này không còn.',
    'The process that was reading this document is gone.',
    {
      vi: 'Không phải làm gì; máy chủ hoặc worker kế tiếp sẽ đọc lại.',
      en: 'Nothing; the next server or worker takes it up again.',
    },
  ),
  'extraction-unreadable': error(
    'Không mở được kết quả: {found}.',
    'The extraction cannot be unpacked: {found}.',
    READ_AGAIN,
  ),
  'extraction-invalid': error(
    'Kết quả không đúng dạng: {found}.',
    'The extraction does not fit its form: {found}.',
    READ_AGAIN,
  ),
  'extraction-of-another': error(
    'Kết quả thuộc tệp gốc khác: {found}.',
    'The extraction is of another original: {found}.',
    READ_AGAIN,
  ),
  'extraction-key': error(
    'Kết quả không đứng đúng khóa (tệp gốc × quy tắc × bản chương trình × nội dung).',
    'The extraction does not stand under its key (original × rules × engine × result).',
    READ_AGAIN,
  ),
  'text-missing': error('Kết quả không có toàn văn.', 'The extraction has no text.', READ_AGAIN),
  'text-damaged': error(
    'Toàn văn không khớp mã băm: {found}.',
    'The text does not have its hash: {found}.',
    READ_AGAIN,
  ),
  'columns-disagree': error(
    'Danh sách ghi khác kết quả ở: {columns}.',
    'The list says otherwise than the extraction of: {columns}.',
    READ_AGAIN,
  ),
  'state-disagrees': error(
    'Trạng thái là {state}, theo kết quả phải là {expected}.',
    'Its state is {state}; by its extraction it should be {expected}.',
    READ_AGAIN,
  ),
  'extraction-unused': note(
    'Kết quả của tệp gốc không thuộc tài liệu nào.',
    'An extraction of an original of no document.',
  ),
  'texts-unused': note('{count} toàn văn không thuộc kết quả nào.', '{count} texts of no extraction.'),
  'item-without-document': error(
    'Mục {path} của đợt nạp ở trạng thái {state} nhưng không chỉ tới tài liệu nào.',
    'The item {path} of the backfill is {state}, but refers to no document.',
    { vi: 'Chạy lại đợt nạp cho tệp đó.', en: 'Run the backfill again for that file.' },
  ),
  'run-stuck': error(
    'Lượt đọc lại chờ tài liệu {document}, nhưng tài liệu không nằm trong hàng đợi.',
    'The reextraction waits for the document {document}, which is not in the queue.',
    RESTORE,
  ),
  'decisions-disagree': error(
    'Tài liệu ghi {expected} quyết định rà soát, có {found} hoặc thiếu một số thứ tự.',
    'The document says {expected} decisions of reviewers; there are {found}, or one of their numbers is missing.',
    RESTORE,
  ),
  'agreement-disagrees': error(
    'Số lần xác nhận, sửa, loại ghi là {found}; theo các quyết định là {expected}.',
    'It is counted as confirmed, corrected and rejected {found} times; by the decisions these are {expected}.',
    COUNT_AGAIN,
  ),
  'misreadings-disagree': error(
    'Danh sách số liệu đọc sai của tài liệu không khớp các quyết định.',
    'The list of what was misread in the document is not that of the decisions.',
    COUNT_AGAIN,
  ),
  'agreement-recounted': note(
    'Số lần xác nhận, sửa, loại đã ghi là {found}; đếm lại từ các quyết định: {expected}.',
    'It was counted as confirmed, corrected and rejected {found} times; counted anew from the decisions: {expected}.',
  ),
  'misreadings-recounted': note(
    'Danh sách số liệu đọc sai của tài liệu đã lập lại từ các quyết định.',
    'The list of what was misread in the document was made anew from the decisions.',
  ),
  'decision-invalid': error(
    'Một quyết định rà soát của tài liệu {document} không đúng dạng.',
    'A decision on the document {document} does not have its form.',
    RESTORE,
  ),
} as const satisfies Record<string, FindingKind>

export type FindingCode = keyof typeof FINDINGS

/** Told of each finding. */
export type Report = (code: FindingCode, subject: string, details?: Readonly<Record<string, string | number>>) => void

/** A finding with its texts filled in. */
export const findingOf = (
  code: FindingCode,
  subject: string,
  details: Readonly<Record<string, string | number>>,
): Finding => {
  const { level, text, cure } = FINDINGS[code]
  return { level, code, subject, text: { vi: fill(text.vi, details), en: fill(text.en, details) }, cure }
}
