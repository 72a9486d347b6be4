/** Where a pointer is on a page, in points. @param scale CSS pixels for a point */
export const pointOn = (
  page: Element,
  scale: number,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): readonly [x: number, y: number] => {
  const { left, top } = page.getBoundingClientRect()
  return [(clientX - left) / scale, (clientY - top) / scale]
}
