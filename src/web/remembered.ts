/** What is made of objects, made once for each: whoever compares objects sees nothing new where nothing is. */
export const remembered = <From extends object, Made>(make: (from: From) => Made): ((from: From) => Made) => {
  const known = new WeakMap<From, { readonly made: Made }>()
  return from => {
    const before = known.get(from)
    if (before !== undefined) return before.made
    const made = make(from)
    known.set(from, { made })
    return made
  }
}
