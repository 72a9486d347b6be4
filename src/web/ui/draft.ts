/** What is typed in a form, kept by whoever opened it: it outlasts the form, should that be drawn anew. */
export interface Draft<T> {
  current: T
}
