import { expect, test } from 'vitest'
import { languages } from '../../../kernel/localized.ts'
import { plainFileName } from './file-name.ts'
import { writeReportHtml } from './html/write-report.ts'
import { participantReports } from './participant-reports.ts'
import { quotedContacts } from './quoted-contacts.ts'
import { halfWidth } from './sections/how-to-read.ts'
import { sampleEdition } from './testing/sample-edition.ts'

const sample = sampleEdition({ participants: 9, classes: 2, contacts: 8, resamples: 100 })
const names = sample.results.participants.map(({ participant }) => participant)
const reportOf = (name: string, language: (typeof languages)[number] = 'nb') =>
  participantReports(sample, [name], language)[0]!.document

test('the answer and every figure of the areas are the results’ own', () => {
  for (const { name, document: report } of participantReports(sample, names.slice(0, 3), 'nb')) {
    const result = sample.results.participants.find(({ participant }) => participant === name)!
    const write = (value: number) => value.toFixed(1).replace('.', ',')
    expect(report.answer.value).toBe(write(result.totalResult!))
    const areas = report.sections[0]!.blocks.find(({ kind }) => kind === 'table')!
    const rows = areas.kind === 'table' ? areas.rows.map((row) => row[2]!.text) : []
    expect(rows).toEqual(Object.values(result.areas).map(write))
  }
})

test('a report in each language has the same sections, and no value is left unwritten', () => {
  const shapes = languages.map((language) => {
    const report = reportOf(names[3]!, language)
    expect(JSON.stringify(report)).not.toMatch(/\{\w+\}|undefined|NaN/)
    return report.sections.map(({ blocks }) => blocks.map(({ kind }) => kind))
  })
  expect(shapes[1]).toEqual(shapes[0])
  expect(shapes[2]).toEqual(shapes[0])
})

test('nobody else is named in a report', () => {
  const report = reportOf(names[0]!)
  const text = JSON.stringify(report)
  for (const other of names.slice(1)) expect(text).not.toContain(other)
})

test('a class too small to hide in is left out, and the report says so', () => {
  const small = sampleEdition({ participants: 6, classes: 2, contacts: 8, resamples: 100 })
  const [made] = participantReports(small, [small.results.participants[0]!.participant], 'en')
  const text = JSON.stringify(made!.document)
  expect(text).not.toContain('The class"')
  expect(text).toContain('The class has too few participants')
})

test('what somebody wrote is text in the HTML file, never markup', () => {
  const contacts = sample.contacts.map((contact) => ({
    ...contact,
    comments: { commentAgent: '<script>alert(1)</script> & "sitat"' },
  }))
  const [made] = participantReports({ ...sample, contacts }, [names[0]!], 'nb')
  const html = writeReportHtml(made!.document)
  expect(html).not.toContain('<script')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;sitat&quot;')
})

test('25 scores that spread by 20 are known to about 7.84', () => {
  const scores = Array.from({ length: 25 }, (_, at) => 50 + (at < 12 ? 1 : at < 24 ? -1 : 0) * 20)
  const { sd, half } = halfWidth(scores, 0.95)!
  expect(sd).toBeCloseTo(20, 9)
  expect(half).toBeCloseTo(7.84, 2)
  expect(halfWidth([80], 0.95)).toBeUndefined()
})

test('contacts are quoted from both ends and none twice', () => {
  const contact = (number: number, score: number) => ({
    number,
    score,
    answered: true,
    comments: { commentAgent: 'Fint.' },
  })
  const four = [contact(1, 90), contact(2, 20), contact(3, 70), contact(4, 40)]
  const { low, high } = quotedContacts(four)
  expect(low.map(({ score }) => score)).toEqual([20, 40])
  expect(high.map(({ score }) => score)).toEqual([70, 90])
})

test.each([
  ['Rapport Åsane & Sønn 2026', 'rapport-aasane-soenn-2026'],
  ['Čáhppes guolli', 'cahppes-guolli'],
  ['../../x', 'x'],
  ['???', 'fil'],
])('%s is the file %s', (name, file) => {
  expect(plainFileName(name)).toBe(file)
})
