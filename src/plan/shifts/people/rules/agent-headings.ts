/** Which column of a file of agents is which: by our own names, and by what people call them in their own files. */
export const agentColumns = [
  'number',
  'name',
  'weeklyHours',
  'flexHours',
  'normalHours',
  'averaging',
  'averagingWeeks',
  'averagingFrom',
  'overtime',
  'dailyRestHours',
  'weeklyRestHours',
  'averagedSundays',
  'sundayWork',
  'nightWork',
  'nightFrom',
  'age',
  'adultOn',
  'paidBreaks',
  'freeWeekendEvery',
  'mostDaysInRow',
  'skills',
  'available',
  'validFrom',
  'validTo',
] as const
export type Column = (typeof agentColumns)[number]
/** What other files have instead of hours, times and one name. */
const foreignColumns = ['position', 'daysOff', 'firstName', 'lastName'] as const
export type ForeignColumn = (typeof foreignColumns)[number]

const otherNames: Readonly<Partial<Record<Column | ForeignColumn, string>>> = {
  number: 'ansattnummer ansattnr ansattid ansattno nummer nr',
  name: 'navn namn fulltnavn ansatt tilsett medarbeider medarbeidar etternavnfornavn',
  firstName: 'fornavn førenamn firstname',
  lastName: 'etternavn etternamn lastname surname',
  weeklyHours: 'timer timar timerperuke timerpruke timeruke timeriuka timarperveke timariveka uketimer hours',
  position:
    'stillingsprosent stillingprosent stillingsandel stillingsbrøk stillingsstørrelse stillingspst prosent fte stilling position',
  skills: 'ferdigheter ferdigheiter kompetanse kompetanser køer',
  available: 'tilgjengelig tilgjengeleg arbeidstid',
  daysOff: 'fastfri fastefridager fastefridagar fridager fridagar fridag',
  validFrom: 'fra frå ansattfra tilsettfrå ansattdato startdato',
  validTo: 'til ansatttil tilsetttil sluttdato',
}

/** @example plain('Stillings-%') // 'stillingsprosent' */
const plain = (heading: string) =>
  heading
    .toLowerCase()
    .replace('%', 'prosent')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const columnNames: ReadonlyMap<string, Column | ForeignColumn> = new Map<string, Column | ForeignColumn>([
  ...agentColumns.map((column) => [column.toLowerCase(), column] as const),
  ...foreignColumns.map((column) => [column.toLowerCase(), column] as const),
  ...Object.entries(otherNames).flatMap(([column, names]) =>
    names.split(' ').map((name) => [name, column as Column | ForeignColumn] as const),
  ),
])

type Table = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[] }[]
}

/** One for each heading; undefined for what is not read. A title in the column of positions says no hours. */
export function columnsOf({ header, rows }: Table): (Column | ForeignColumn | undefined)[] {
  const taken = new Set<string>()
  return header.map((heading, at) => {
    const column = columnNames.get(plain(heading))
    if (column === undefined || taken.has(column)) return undefined
    if (column === 'position' && !rows.some(({ cells }) => /\d/.test(cells[at] ?? ''))) return undefined
    taken.add(column)
    return column
  })
}

/** Headings that are no column of agents, such as one that is misspelt: what stands under them is not read. */
export function unreadHeadings(table: Table): string[] {
  const columns = columnsOf(table)
  return table.header.filter((heading, at) => heading.trim() !== '' && columns[at] === undefined)
}
