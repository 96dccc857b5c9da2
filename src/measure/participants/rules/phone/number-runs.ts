/** A run of digits and the marks that people put between them, where it stands in its line. */
export type NumberRun = {
  readonly raw: string
  readonly digits: string
  readonly start: number
  readonly end: number
}

const mostDigits = 20
const separators = new Set([...' .-–—‑/()·\u00a0'])
const hours = /^\d{1,2}(?:[.:]\d\d)?\s?[-–—]\s?\d/
const isDigit = (letter: string | undefined) => letter !== undefined && letter >= '0' && letter <= '9'

/**
 * All runs of 4–20 digits in a line, in order. Marks between digits are at most three in a row.
 * Example: 'Tlf. 22 33 44 55 (9–15)' → one run '22 33 44 55'; the hours are too few digits.
 */
export function numberRuns(line: string): readonly NumberRun[] {
  const runs: NumberRun[] = []
  for (let at = 0; at < line.length; at++) {
    if (!isDigit(line[at]) && !(line[at] === '+' && /^[\s(]?\(?\d/.test(line.slice(at + 1, at + 4)))) continue
    const run = runFrom(line, at)
    if (run.digits.length >= 4 && run.digits.length <= mostDigits) runs.push(run)
    at = run.end
  }
  return runs
}

/** A bracket inside a number holds a part of it, "+47 (0) 22…"; one with another number or with hours does not. */
function opensAside(line: string, at: number, digits: string): boolean {
  if (line[at] !== '(') return false
  return line[at + 1] === '+' || (digits.length >= 5 && hours.test(line.slice(at + 1, at + 12)))
}

function runFrom(line: string, start: number): NumberRun {
  let end = start + 1
  let digits = isDigit(line[start]) ? line[start]! : ''
  let gap = 0
  for (let at = start + 1; at < line.length; at++) {
    const letter = line[at]!
    if (isDigit(letter)) {
      digits += letter
      end = at + 1
      gap = 0
    } else if (separators.has(letter) && gap < 3 && !opensAside(line, at, digits)) gap += 1
    else break
  }
  const opened = start > 0 && line[start - 1] === '(' && line.slice(start, end).includes(')')
  return { raw: (opened ? '(' : '') + line.slice(start, end), digits, start: opened ? start - 1 : start, end }
}
