/**
 * The addresses of a thousand real service requests (New York 311), each as a cell and in a sentence, and the columns
 * that say what the requests are about, which hold nothing of anybody's.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { maskAtTheDoor } from './mask-text.ts'

const file = new URL('../../../../../../shared/data/understand/nyc311_channel_1000.csv', import.meta.url)
/** The tests are told as skipped where the file is not. */
const there = existsSync(file)
const rows: readonly Record<string, string>[] = there ? parse(readFileSync(file), { columns: true }) : []
const mask = maskAtTheDoor({})

/** A house of somebody's has a number in front of the street. */
const addresses = rows.flatMap((row) => {
  const address = row['Incident Address'] ?? ''
  return /^\d+(?:-\d+)? +\S+ +\S|^\d+ [A-Z]{2,}WAY/.test(address)
    ? [{ address, city: row.City, zip: row['Incident Zip'] }]
    : []
})

test.skipIf(!there)('nearly every house is masked, alone and in a sentence', () => {
  const alone = addresses.filter(({ address }) => mask(address).text === '[adresse]')
  const within = addresses.filter(
    ({ address, city, zip }) =>
      !/\d/.test(mask(`I live at ${address}, ${city}, NY ${zip} and it is loud.`).text),
  )
  expect(addresses.length).toBeGreaterThan(700)
  expect(alone.length / addresses.length).toBeGreaterThan(0.98)
  expect(within.length / addresses.length).toBeGreaterThan(0.98)
})

test.skipIf(!there)('what the requests are about stays, but for the telephone numbers in it', () => {
  const columns = [
    'Agency Name',
    'Complaint Type',
    'Descriptor',
    'Location Type',
    'Status',
    'Resolution Description',
    'Created Date',
  ]
  const cells = rows.flatMap((row) => columns.map((column) => row[column] ?? ''))
  const changed = cells.filter(
    (cell) => mask(cell).text.replaceAll('[telefon]', '') !== cell.replaceAll(/\d{3}-\d{3}-\d{4}/g, ''),
  )
  expect(changed.length / cells.length).toBeLessThan(0.001)
})
