/** What a cell under a channel says: that there is none, that there is one, or where it is. */

/** Words by which people and programs say that there is no such channel; `channels` itself writes false. */
const noWords: ReadonlySet<string> = new Set([
  '',
  'nei',
  'nej',
  'no',
  'n',
  'n/a',
  'false',
  'usann',
  'ingen',
  'none',
  'null',
  '0',
  '-',
  '–',
  '—',
])
/** Words by which they say that there is one, without telling where. */
const yesWords: ReadonlySet<string> = new Set(['ja', 'j', 'yes', 'y', 'true', 'sann', 'x', '1', '✓', '✔'])

const wordOf = (cell: string): string => cell.trim().toLowerCase()

/**
 * Whether the cell of a channel says that there is none.
 *
 * @example saysNo('Nei') // true
 */
export const saysNo = (cell: string): boolean => noWords.has(wordOf(cell))

/**
 * Whether it says that there is one, and nothing of where: never something that an observer can be sent to.
 *
 * @example saysYes('X') // true
 */
export const saysYes = (cell: string): boolean => yesWords.has(wordOf(cell))
