import type { FigureLink, Flag } from '../../contract/index.ts'

/** A stretch of an expression: a figure with its ink, or what stands between figures. */
export interface ExpressionPiece {
  readonly from: number
  readonly words: string
  readonly figure: FigureLink | null
}

/** Cuts an expression at its figures. Figures that overlap an earlier one, or reach beyond the expression, are left as words. */
export const cutExpression = ({ expression, figures }: Pick<Flag, 'expression' | 'figures'>): ExpressionPiece[] => {
  const pieces: ExpressionPiece[] = []
  let at = 0
  const cut = (to: number, figure: FigureLink | null) => {
    if (to > at) pieces.push({ from: at, words: expression.slice(at, to), figure })
    at = to
  }
  for (const figure of figures.toSorted((a, b) => a.from - b.from)) {
    if (figure.from < at || figure.from >= figure.to || figure.to > expression.length) continue
    cut(figure.from, null)
    cut(figure.to, figure)
  }
  cut(expression.length, null)
  return pieces
}
