/** Words by which people and programs say that there is no such channel; `channels` itself writes false. */
const noWords: ReadonlySet<string> = new Set([
  'nei',
  'no',
  'false',
  'usann',
  'ingen',
  'none',
  '0',
  '-',
  '–',
  '—',
])

/**
 * Whether the cell of a channel says that there is none. Anything else is a way in: an address, a number, or "ja".
 *
 * @example saysNo('Nei') // true
 */
export const saysNo = (cell: string): boolean => cell === '' || noWords.has(cell.toLowerCase())
