import type { InputIssue } from '../../kernel/errors.ts'
import type { ChannelId } from '../../measure/edition/contract.ts'
import { saysNo } from '../../measure/participants/rules/import/channel-cell.ts'
import { type FileTable, type NamedRow, namedRows, refused } from '../../measure/planning/rules/named-rows.ts'
import { nameKey, type PlanParticipant } from '../../measure/planning/rules/plan-input.ts'

const columns = [
  'participant',
  'class',
  'website',
  'phone',
  'email',
  'contactForm',
  'chat',
  'messenger',
] as const
type Column = (typeof columns)[number]

const longest = 200

/** The participants of a file, or every reason why it cannot be used. A name is the participant's id. */
export function participantsFrom(table: FileTable, classes: readonly string[]): PlanParticipant[] {
  const rows = namedRows<Column>(table, columns, ['website'])
  if (rows.length === 0) throw refused([{ code: 'no-rows' }])
  const firstLine = new Map<string, number>()
  const issues = rows.flatMap((row) => [
    ...nameIssues(row, firstLine),
    ...textIssues(row, 'class'),
    ...classIssues(row, classes),
  ])
  if (issues.length > 0) throw refused(issues)
  return rows.map(({ cells }) => ({
    id: cells.participant,
    name: cells.participant,
    class: cells.class,
    channels: channelsOf(cells),
  }))
}

/** An e-mail address and a contact form are the same way in. */
function channelsOf(cells: NamedRow<Column>['cells']): ChannelId[] {
  const there: Readonly<Record<ChannelId, boolean>> = {
    phone: !saysNo(cells.phone),
    email: !saysNo(cells.email) || !saysNo(cells.contactForm),
    chat: !saysNo(cells.chat),
    messenger: !saysNo(cells.messenger),
  }
  return (Object.keys(there) as ChannelId[]).filter((channel) => there[channel])
}

function nameIssues(row: NamedRow<Column>, firstLine: Map<string, number>): InputIssue[] {
  const name = row.cells.participant
  const key = nameKey(name)
  const first = firstLine.get(key)
  if (name === '' || name.length > longest) return textIssues(row, 'participant')
  if (first === undefined) {
    firstLine.set(key, row.line)
    return []
  }
  return [{ code: 'doubled-name', line: row.line, column: 'participant', value: name, params: { first } }]
}

function textIssues({ line, cells }: NamedRow<Column>, column: 'participant' | 'class'): InputIssue[] {
  if (cells[column] === '') return [{ code: 'blank', line, column }]
  return cells[column].length > longest ? [{ code: 'too-long', line, column, params: { most: longest } }] : []
}

/** An edition without a list of classes takes any. */
function classIssues({ line, cells }: NamedRow<Column>, classes: readonly string[]): InputIssue[] {
  const value = cells.class
  if (value === '' || classes.length === 0 || classes.includes(value)) return []
  const params = { known: classes.join(', ') }
  return [{ code: 'unknown-class', line, column: 'class', value, params }]
}
