/** A line that holds nothing but the number of its page, in the first group: `- 2 -`, `Trang 2/12`. */
export const PAGE_NUMBER = /^[-–—\s]*(?:trang|page)?\s*(\d{1,4})(?:\s*[/|]\s*\d{1,4})?[-–—\s.]*$/i
