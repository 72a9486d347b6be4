import type { Subject } from '../../contract/index.ts'
import type { Term } from '../../lex/term.ts'
import type { MappedText } from '../../repair/mapped-text.ts'
import { repairSpans } from '../../repair/repair-spans.ts'
import type { Form, FormRow } from '../../rules/forms.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { hasTag } from '../../rules/tags.ts'
import { rowChain, type TableModel } from '../../table/table-model.ts'
import { endsWith, type LabelTokens, labelTokens, labelWords, likeness } from './label-tokens.ts'
import { labelOf } from './label-unit.ts'
import type { LexedCells } from './lexed-cells.ts'
import { unitOfRow } from './unit-of-row.ts'

/** A row of a table that is known from a form. */
export interface FormMatch {
  readonly row: FormRow
  readonly subject: Subject
  /** `annex-1/active`. */
  readonly rule: string
  /** The label was cut, and was completed by its place between the rows before and behind it. */
  readonly cut: boolean
}

/** From here on a label is that of a form. */
const SURE = 0.85
/** A table is in a form that so many of its rows are known from. */
const MIN_ROWS = 3

interface Label {
  readonly tokens: LabelTokens
  readonly words: LabelTokens
}

interface Tokenised {
  readonly row: FormRow
  readonly labels: readonly Label[]
}

const tokenisedForms = new WeakMap<RuleSet, readonly { readonly form: Form; readonly rows: readonly Tokenised[] }[]>()

const formsOf = (cells: LexedCells) => {
  const known = tokenisedForms.get(cells.rules)
  if (known !== undefined) return known
  const made = cells.rules.forms.map(form => ({
    form,
    rows: form.rows.map(row => ({ row, labels: row.labels.map(label => readText(label, cells)) })),
  }))
  tokenisedForms.set(cells.rules, made)
  return made
}

const readText = (text: string, cells: LexedCells): Label =>
  readLabel(repairSpans(text, [{ start: 0, end: text.length }]), cells)

const readLabel = (label: MappedText, cells: LexedCells): Label => {
  const { content } = labelOf(label, cells)
  return { tokens: labelTokens(content, cells), words: labelWords(content, cells) }
}

/** The row of a form whose label a text is; null where none is near enough, or several are. */
export const formRowOf = (form: Form, text: string, cells: LexedCells): FormRow | null => {
  const rows = formsOf(cells).find(one => one.form === form)?.rows ?? []
  return nearest(rows, readText(text, cells), [], () => true)
}

/** Rows whose labels have the same words of the lexicon (`được giao đất`, `được đầu tư`) are told apart by all words. */
const nearest = (
  rows: readonly Tokenised[],
  own: Label,
  subjects: readonly Subject[],
  fits: (row: FormRow) => boolean,
): FormRow | null => {
  const scored = rows
    .filter(({ row }) => fits(row) && (subjects.length === 0 || row.subjects.some(one => subjects.includes(one))))
    .map(({ row, labels }) => ({
      ...{ row, labels },
      score: Math.max(...labels.map(label => likeness(label.tokens, own.tokens))),
    }))
    .filter(({ score }) => score >= SURE)
    .map(one => ({ ...one, words: Math.max(...one.labels.map(label => likeness(label.words, own.words))) }))
    .sort((a, b) => b.score - a.score || b.words - a.words)
  const [first, second] = scored
  const tied = first !== undefined && second?.score === first.score && second.words === first.words
  return first === undefined || tied ? null : first.row
}

/**
 * The rows of a table that forms know, by their places among the rows of the model; the form that knows most of them goes
 * first. A label that lost its beginning is the form's row between those before and behind it that ends in the same words.
 */
export const matchForm = (model: TableModel, cells: LexedCells): Map<number, FormMatch> => {
  const labels = model.rows.map(row => {
    const label = row.labels.at(-1)
    return label === undefined || row.lead !== null ? null : readLabel(label.content, cells)
  })
  const titled = titledSubject(model, cells)
  const subjects = model.rows.map((_, at) => {
    const over = subjectsOver(model, at, cells)
    return over.length === 0 && titled !== null ? [titled] : over
  })
  const fitting = model.rows.map((row): ((known: FormRow) => boolean) => {
    const unit = unitOfRow(model, row.row, cells)?.quantity.unit ?? null
    return known => unit === null || unit === 'percent' || unit === cells.rules.indicators.get(known.indicator)?.unit
  })
  const found = formsOf(cells)
    .map(({ form, rows }) => {
      const matches = new Map<number, FormMatch>()
      labels.forEach((own, at) => {
        if (own === null) return
        const row = nearest(rows, own, subjects[at] ?? [], fitting[at] ?? (() => true))
        if (row !== null) matches.set(at, matchOf(form, row, subjects[at] ?? [], false))
      })
      return { form, rows, matches }
    })
    .filter(({ matches }) => matches.size >= MIN_ROWS)
    .sort((a, b) => b.matches.size - a.matches.size)
  const known = new Map<number, FormMatch>()
  for (const { form, rows, matches } of found) {
    labels.forEach((own, at) => {
      if (own === null || matches.has(at)) return
      const row = between(
        rows.filter(one => fitting[at]?.(one.row) ?? true),
        rows,
        matches,
        at,
        own,
        model,
      )
      if (row !== null) matches.set(at, matchOf(form, row, subjects[at] ?? [], true))
    })
    for (const [at, match] of matches) if (!known.has(at)) known.set(at, match)
  }
  return known
}

/** The only row of the form between the known rows around `at` whose label ends in these words. */
const between = (
  candidates: readonly Tokenised[],
  rows: readonly Tokenised[],
  matches: ReadonlyMap<number, FormMatch>,
  at: number,
  own: Label,
  model: TableModel,
): FormRow | null => {
  const placeOf = (index: number) => rows.findIndex(({ row }) => row === matches.get(index)?.row)
  let before = at - 1
  while (before >= 0 && (model.rows[before]?.lead !== null || !matches.has(before))) {
    if (model.rows[before]?.lead === null) return null
    before--
  }
  let behind = at + 1
  while (behind < model.rows.length && (model.rows[behind]?.lead !== null || !matches.has(behind))) {
    if (model.rows[behind]?.lead === null) return null
    behind++
  }
  const [from, to] = [placeOf(before), placeOf(behind)]
  if (from < 0 || to < 0) return null
  const taken = new Set([...matches.values()].map(({ row }) => row))
  const inside = new Set(rows.slice(from + 1, to))
  const fitting = candidates.filter(
    one => inside.has(one) && !taken.has(one.row) && one.labels.some(label => endsWith(label.tokens, own.tokens)),
  )
  return fitting.length === 1 ? (fitting[0]?.row ?? null) : null
}

const matchOf = (form: Form, row: FormRow, subjects: readonly Subject[], cut: boolean): FormMatch => ({
  row,
  subject: subjects.find(one => row.subjects.includes(one)) ?? row.subjects[0] ?? 'cooperative',
  rule: `${form.id}/${row.id}`,
  cut,
})

/** Whose figures a row may hold, by its own words and those of the rows above it, nearest first. */
const subjectsOver = (model: TableModel, at: number, cells: LexedCells): Subject[] =>
  rowChain(model, at)
    .reverse()
    .flatMap(row => {
      const label = row.labels.at(-1)
      return label === undefined ? [] : organisationsIn(cells.of(label).terms, cells)
    })

/** `TỔ HỢP TÁC PHÂN THEO NGÀNH, NGHỀ`: a table is about groups or unions alone. */
const titledSubject = ({ caption }: TableModel, cells: LexedCells): Subject | null => {
  if (caption.title === null) return null
  const { terms } = cells.lex(repairSpans(caption.title, [{ start: 0, end: caption.title.length }]))
  const [only = null, ...others] = new Set(organisationsIn(terms, cells))
  return others.length > 0 || (only !== 'cooperative_group' && only !== 'cooperative_union') ? null : only
}

/** The kinds of organisations that words name, in their order. */
const organisationsIn = (terms: readonly Term[], { rules }: LexedCells): Subject[] =>
  terms.flatMap(({ tags, entry }) =>
    entry?.subject !== undefined && hasTag(tags, rules.tags.id('Organisation')) ? [entry.subject] : [],
  )
