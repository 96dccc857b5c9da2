/** The columns of a table of earlier figures, and the words by which people call them and their figures. */

export const earlierColumns = [
  'edition',
  'year',
  'class',
  'participant',
  'figure',
  'value',
  'n',
  'low',
  'high',
] as const
export type EarlierColumn = (typeof earlierColumns)[number]

const names: Readonly<Record<EarlierColumn, readonly string[]>> = {
  edition: ['edition', 'utgave', 'utgåve'],
  year: ['year', 'år', 'årstall', 'årstal'],
  class: ['class', 'klasse', 'bransje', 'industry'],
  participant: ['participant', 'deltaker', 'deltakar', 'navn', 'namn', 'name'],
  figure: ['figure', 'tall', 'tal', 'måltall', 'måltal', 'figur'],
  value: ['value', 'verdi', 'resultat', 'result', 'score'],
  n: ['n', 'antall', 'talet', 'henvendelser', 'førespurnader', 'contacts'],
  low: ['low', 'lo', 'lower', 'nedre', 'nedregrense'],
  high: ['high', 'hi', 'upper', 'øvre', 'øvregrense'],
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Where each column stands in the header; −1 where it is missing. */
export function placeColumns(header: readonly string[]): Readonly<Record<EarlierColumn, number>> {
  const places = earlierColumns.map((column) => [
    column,
    header.findIndex((title) => names[column].includes(plain(title))),
  ])
  return Object.fromEntries(places) as Record<EarlierColumn, number>
}

const figureWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    total: 'total',
    totalresult: 'total',
    totalresultat: 'total',
    answered: 'answered',
    answeredscore: 'answered',
    scoreforbesvarte: 'answered',
    scorefordeisomfekksvar: 'answered',
    unanswered: 'unanswered',
    ubesvart: 'unanswered',
    ubesvarte: 'unanswered',
    ubesvara: 'unanswered',
  }),
)

/** The id of a figure from what stands in the file: `Totalresultat` → `total`; an id is kept as it is. */
export function figureId(written: string): string {
  return figureWords.get(plain(written)) ?? written.trim()
}
