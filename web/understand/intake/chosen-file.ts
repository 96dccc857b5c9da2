/** A file that was chosen on one page for the next. It is in no store: a page that is loaded anew asks again. */
let chosen: File | undefined

export function keepChosen(file: File): void {
  chosen = file
}

/** The file, once. */
export function takeChosen(): File | undefined {
  const file = chosen
  chosen = undefined
  return file
}
