export const USAGE = `trichluc – trích số liệu từ văn bản kế hoạch cũ · reads the statistics out of old plan documents

  trichluc extract TỆP… [--format json|table|csv]
      Đọc các tệp và in số liệu. "-" là đầu vào chuẩn.
      Reads the files and prints their statistics. "-" is standard input.
        json   một đối tượng mỗi tệp; nhiều tệp: mỗi dòng một đối tượng
               one object a file; for several files one object a line
        table  cột thẳng hàng cho người đọc · aligned columns for people
        csv    một dòng mỗi số liệu · one row a statistic (RFC 4180)

  trichluc text TỆP
      In toàn văn bằng Unicode: bảng mã cũ (TCVN3, VNI, …) đã chuyển, chữ hỏng đã sửa; điều đã sửa in ra đầu lỗi chuẩn.
      Prints the text in Unicode: old encodings converted, damaged letters repaired; what was done goes to standard error.

  trichluc explain TỆP:DÒNG[:CỘT] [--format text|json]
      Vì sao con số ở đó được đọc như vậy. Dòng, cột đếm từ 1; không có cột: mọi con số của dòng.
      Why the number there is read as it is. Lines and columns (UTF-16) from 1; without a column: all of the line.

  trichluc rules try CÂU [--rules THƯ_MỤC] [--format text|json]
      Đọc một câu: từ, thẻ, số liệu, quy tắc khớp và gần khớp. [35] chọn một con số; "-" là đầu vào chuẩn.
      Reads a sentence: its terms, tags, statistics, the rules that match and nearly match. [35] picks a number out.

  trichluc rules check [--drafts] [--rules THƯ_MỤC]
      Kiểm tra mọi quy tắc: cú pháp, ví dụ, quy tắc chết hoặc bị che, thời gian. Mỗi lỗi một dòng. Bản nháp ví dụ
      (TRICHLUC_DRAFTS, nếu không đặt: rules/drafts) cũng được đọc; với --drafts, bản nháp chưa đạt là lỗi.
      Checks all rules: form, examples, dead and shadowed rules, running time. One fault a line. Drafts of examples are read,
      too; with --drafts those that the rules do not read yet are faults.
  trichluc rules drafts [--rules THƯ_MỤC]
      Chỉ đọc các bản nháp ví dụ. Mã 1 khi còn bản chưa đạt. · Reads the drafts alone. Ends with 1 while some fail.

  trichluc backfill ĐƯỜNG_DẪN… [--dry-run] [--csv TỆP]
      Đưa tệp, thư mục, mẫu ('2010/**/*.doc') và tệp zip vào kho (TRICHLUC_DATA hoặc DATABASE_URL) và đọc. Dừng lúc nào cũng
      chạy tiếp được; chạy lại chỉ lấy cái mới. --dry-run chỉ liệt kê; --csv ghi bảng kết quả từng tệp.
      Takes files, folders, patterns and zips into the archive and reads them. Stopped at any point it can go on; done
      again it takes only what is new. --dry-run only lists; --csv writes what became of each file.
  trichluc backfill status [MÃ] | resume [MÃ] | retry-failed [MÃ]  [--csv TỆP]
      Xem, chạy tiếp, thử lại các tệp lỗi của một đợt nạp. · Shows a backfill, goes on with it, tries its failures again.

  trichluc serve
      Chạy máy chủ: trang web và API. · Runs the server: pages and API.
      HOST, PORT, TRICHLUC_DATA, TRICHLUC_TOKEN, TRICHLUC_MAX_BYTES, TRICHLUC_MAX_PAGES,
      TRICHLUC_MAX_CHARACTERS, TRICHLUC_READERS, TRICHLUC_DOCUMENT_SECONDS, TRICHLUC_DOCUMENT_MEGABYTES, LOG_LEVEL,
      DATABASE_URL

  trichluc worker
      Đọc các tài liệu chờ trong kho PostgreSQL (DATABASE_URL); chạy bao nhiêu tiến trình, trên bao nhiêu máy cũng được.
      Reads the documents that wait in an archive in PostgreSQL; run as many as you like, on as many machines.

  trichluc compare TRƯỚC.json SAU.json [--format text|json]
      So hai kết quả (extract --format json) của cùng một tệp: số liệu thêm, mất, đổi; cờ; thể thức. Xong với mã 0.
      Compares two results of one file: statistics gained, lost, changed; flags; header. Ends with 0.

  trichluc backup THƯ_MỤC
      Sao lưu kho trong TRICHLUC_DATA sang thư mục khác, cả khi máy chủ đang chạy; lần sau chỉ chép tệp gốc mới.
      Backs the archive in TRICHLUC_DATA up into another folder, also while it is in use; later only new originals are copied.

  trichluc verify [--repair] [--json]
      Kiểm tra kho: mọi tệp gốc còn đủ và đúng mã băm, mọi dòng khớp nhau, mọi kết quả đọc được; in dung lượng. Mã 1 khi có lỗi.
      --repair đếm lại số lần rà soát nếu lệch với các quyết định.
      Holds the archive to itself: originals and their hashes, rows, extractions; prints sizes. Ends with 1 where anything is wrong.
      --repair counts reviews anew where the counts are not those of the decisions.

  trichluc reextract [--changed | --all] [--dry-run] [--json]
      Đọc lại các tài liệu mà bản khác hoặc bộ quy tắc khác đã đọc, sau mọi việc đang chờ; in ra điều gì đổi. --changed: chỉ
      những tài liệu mà thay đổi của quy tắc có thể chạm tới; --all: tất cả; --dry-run: chỉ nói sẽ làm gì.
      Reads documents anew that another engine or other rules have read, behind all that waits, and prints what came of it.
      --changed: only what the change of rules can affect; --all: everything; --dry-run: only says what would be done.

  trichluc doctor
      Liệt kê các chương trình phụ trợ tìm thấy và còn thiếu, gói cần cài. Luôn xong với mã 0.
      Lists the optional programs that were found and those that are missing, with their packages. Always ends with 0.

  trichluc --help | --version

Mã thoát · Exit code: 0 xong · done, 1 có tệp hoặc quy tắc lỗi · a file or a rule failed, 2 sai cú pháp · usage
`
