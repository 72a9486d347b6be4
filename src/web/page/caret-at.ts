export interface Caret {
  readonly node: Node
  readonly offset: number
}

/** The place between two letters at a point of the screen. Browsers differ in how they tell. */
export const caretAt = (x: number, y: number): Caret | null => {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y)
    return position === null ? null : { node: position.offsetNode, offset: position.offset }
  }
  const range = (document as Document).caretRangeFromPoint(x, y)
  return range === null ? null : { node: range.startContainer, offset: range.startOffset }
}
