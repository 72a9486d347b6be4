export const USAGE = `trichluc – trích số liệu từ văn bản kế hoạch cũ · reads the statistics out of old plan documents

  trichluc extract TỆP… [--format json|table|csv]
      Đọc các tệp và in số liệu. "-" là đầu vào chuẩn.
      Reads the files and prints their statistics. "-" is standard input.
        json   một đối tượng mỗi tệp; nhiều tệp: mỗi dòng một đối tượng
               one object a file; for several files one object a line
        table  cột thẳng hàng cho người đọc · aligned columns for people
        csv    một dòng mỗi số liệu · one row a statistic (RFC 4180)

  trichluc serve
      Chạy máy chủ: trang web và API. · Runs the server: pages and API.
      HOST, PORT, TRICHLUC_DATA, TRICHLUC_TOKEN, TRICHLUC_MAX_BYTES, TRICHLUC_MAX_PAGES,
      TRICHLUC_MAX_CHARACTERS, LOG_LEVEL

  trichluc --help | --version

Mã thoát · Exit code: 0 xong · done, 1 có tệp lỗi · a file failed, 2 sai cú pháp · usage
`
