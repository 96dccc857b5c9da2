/** `lyttepost method EDITION [--json]`: the whole method, as one document or as a page to read. */
import type { EditionMethod } from '../measure/edition/contract.ts'
import { type DescribedMethod, describeMethod } from '../measure/edition/rules/describe-method.ts'
import { command, onlyWord } from './command.ts'
import { exitCode } from './io.ts'
import { readEdition } from './read-edition.ts'

const usage = `lyttepost method EDITION [--json]

Prints the whole method of an edition: channels, distribution key, windows, attempts, areas, questions and bands.
EDITION is a file, - for standard input, or the name of a built-in edition: reference.

  --json   one JSON document; it can be edited and given back as EDITION
`

export const methodCommand = command({
  usage,
  options: { json: { type: 'boolean', default: false } },
  read: ({ json }, words) => ({ edition: onlyWord(words, 'EDITION'), json }),
  run: async ({ edition, json }, io) => {
    const method = await readEdition(edition, io)
    if (!method) return exitCode.refused
    const described = describeMethod(method)
    io.stdout.write(json ? `${JSON.stringify(described, null, 2)}\n` : summary(described))
    return exitCode.done
  },
})

function summary(method: DescribedMethod): string {
  const { calendar } = method
  return [
    `${method.name.en} (${method.id}, method version ${method.methodVersion})`,
    `${calendar.weeks} weeks from ${calendar.start}, ${method.contactsPerParticipant} contacts per participant`,
    '',
    ...table([
      ['channel', 'share', 'window', 'attempts', 'questions', 'points'],
      ...method.channels.map((c) => channelRow(method, c)),
    ]),
    '',
    ...table([
      ['area', 'weight', ...method.channels.map((c) => c.id)],
      ...method.areas.map((a) => areaRow(method, a)),
    ]),
    '',
    'contacts by the channels that a participant has',
    ...table(
      method.key.map(({ channels, counts }) => ['', channels.map((c) => `${c} ${counts[c]}`).join(', ')]),
    ),
    '',
    `bands: ${method.bands.map((band) => band.id).join('  ')}`,
    `scenarios: ${method.scenarios.length}`,
    '',
  ].join('\n')
}

function channelRow(method: DescribedMethod, channel: EditionMethod['channels'][number]): string[] {
  const { id, share, window, protocol } = channel
  const unit = protocol.unit === 'minutes' ? 'min' : 'working days'
  const form = method.forms[id]
  return [
    id,
    String(share),
    `${window.from}–${window.to}`,
    `${protocol.attempts} × ${protocol.wait} ${unit}`,
    String(form?.questions),
    String(form?.possible),
  ]
}

function areaRow(method: DescribedMethod, area: EditionMethod['areas'][number]): string[] {
  const shares = method.channels.map(({ id }) => {
    const own = method.forms[id]?.areas[area.id]
    return own ? `${own.possible} (${own.share.toFixed(1)} %)` : '–'
  })
  return [area.id, `${area.weight} %`, ...shares]
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
