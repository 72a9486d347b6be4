import type { CatalogueEntry } from './catalogue-entry.ts'

/** What hinders a program from starting, or from printing. */
export const START_PROBLEMS = {
  'cannot-print': {
    status: 500,
    title: { vi: 'Không in được kết quả', en: 'The result cannot be printed' },
    cause: { vi: 'Không ghi được đầu ra: {vi}.', en: 'The output cannot be written: {en}.' },
    cure: { vi: 'Kiểm tra nơi nhận đầu ra rồi chạy lại.', en: 'Check where the output goes and run it again.' },
  },
  'cannot-listen': {
    status: 503,
    title: { vi: 'Không mở được cổng', en: 'The port cannot be opened' },
    cause: { vi: 'Không mở được {host}:{port}: {vi}.', en: '{host}:{port} cannot be opened: {en}.' },
    cure: {
      vi: 'Dừng chương trình đang dùng cổng đó, hoặc chọn HOST và PORT khác.',
      en: 'Stop the program that uses it, or choose another HOST and PORT.',
    },
  },
  'originals-without-database': {
    status: 500,
    title: { vi: 'Thư mục tệp gốc không dùng đến', en: 'The folder of originals is of no use' },
    cause: {
      vi: 'TRICHLUC_ORIGINALS chỉ dùng cùng DATABASE_URL; không có nó, tệp gốc nằm trong TRICHLUC_DATA.',
      en: 'TRICHLUC_ORIGINALS goes with DATABASE_URL only; without it originals lie in TRICHLUC_DATA.',
    },
    cure: { vi: 'Đặt DATABASE_URL, hoặc bỏ TRICHLUC_ORIGINALS.', en: 'Set DATABASE_URL, or unset TRICHLUC_ORIGINALS.' },
  },
  'worker-without-database': {
    status: 500,
    title: { vi: 'Tiến trình đọc cần PostgreSQL', en: 'A worker needs PostgreSQL' },
    cause: {
      vi: 'Chưa đặt DATABASE_URL; kho trong thư mục do chính máy chủ đọc.',
      en: 'DATABASE_URL is not set; of an archive in a folder the server itself is the reader.',
    },
    cure: {
      vi: 'Đặt DATABASE_URL giống máy chủ, hoặc chỉ chạy trichluc serve.',
      en: 'Set DATABASE_URL as it is for the server, or run trichluc serve alone.',
    },
  },
  'bad-configuration': {
    status: 500,
    title: { vi: 'Cấu hình không hợp lệ', en: 'The configuration is not valid' },
    cause: { vi: '{variable} là {found}; cần {vi}.', en: '{variable} is {found}; expected {en}.' },
    cure: {
      vi: 'Sửa biến môi trường {variable} rồi chạy lại.',
      en: 'Correct the variable {variable} and start again.',
    },
  },
  'unknown-variable': {
    status: 500,
    title: { vi: 'Biến cấu hình lạ', en: 'Unknown variable of the configuration' },
    cause: {
      vi: 'Không có biến {variable}; các biến là {known}.',
      en: 'There is no variable {variable}; there are {known}.',
    },
    cure: { vi: 'Sửa tên biến hoặc bỏ nó.', en: 'Correct its name or remove it.' },
  },
  'token-needed': {
    status: 500,
    title: { vi: 'Thiếu mã truy cập', en: 'A token must be configured' },
    cause: {
      vi: 'HOST {host} mở máy chủ ra mạng, nhưng TRICHLUC_TOKEN chưa đặt.',
      en: 'HOST {host} opens the server to the network, but TRICHLUC_TOKEN is not set.',
    },
    cure: {
      vi: 'Đặt TRICHLUC_TOKEN từ {length} ký tự trở lên, hoặc bỏ HOST.',
      en: 'Set TRICHLUC_TOKEN to {length} characters or more, or leave HOST out.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
