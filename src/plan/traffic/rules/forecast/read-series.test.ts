import { describe, expect, test } from 'vitest'
import { AppError } from '../../../../kernel/errors.ts'
import { readSeries } from './read-series.ts'
import { readEvents, readOpening } from './read-tables.ts'

const rows = (text: string) => text.split('\n').map((line, at) => ({ line: at + 1, cells: line.split(',') }))
const day = (date: string, step = 30, count = 6) =>
  Array.from({ length: count }, (_, k) => {
    const minute = 480 + k * step
    return `${date}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')},${k + 1}`
  }).join('\n')
const issuesOf = (text: string) => {
  try {
    readSeries(rows(text))
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.issues.map(({ code, line }) => [code, line])
  }
}

describe('a series', () => {
  test('of two columns is read whatever they are called', () => {
    for (const head of ['timestamp,value', 'DateTime,Calls', 'Tidspunkt,Antall', 'a,b']) {
      const { series } = readSeries(rows(`${head}\n${day('2026-03-02')}`))
      expect([series.intervalMinutes, series.days, series.values[16], series.values[0]]).toEqual([
        30,
        1,
        1,
        Number.NaN,
      ])
    }
  })
  test('is read without headings, with Norwegian times, and with more columns by name', () => {
    expect(readSeries(rows(day('2026-03-02'))).series.values[17]).toBe(2)
    expect(readSeries(rows('02.03.2026 08:00,5\n02.03.2026 08:15,6')).series.intervalMinutes).toBe(15)
    expect(readSeries(rows('02.03.26 08:00,1\u00a0234\n02.03.26 08:15,6')).series.values[32]).toBe(1234)
    expect(
      readSeries(rows('queue,calls,tid\nA,5,2026-03-02 08:00\nA,7,2026-03-02 09:00')).series.values[8],
    ).toBe(5)
  })
  test.each([
    ['a time twice', `${day('2026-03-02')}\n2026-03-02T08:30,4`, [['doubled-time', 7]]],
    ['a negative number', `t,v\n2026-03-02T08:00,-1\n${day('2026-03-03')}`, [['negative', 2]]],
    ['a word', `${day('2026-03-02')}\n2026-03-02T11:00,many`, [['not-a-number', 7]]],
    ['a time that is none', `${day('2026-03-02')}\n2026-02-30T11:00,3`, [['not-a-time', 7]]],
    ['another interval', `${day('2026-03-02')}\n${day('2026-03-03', 60)}`, [['mixed-interval', 7]]],
    ['a time off the grid', `${day('2026-03-02')}\n2026-03-02T11:10,3`, [['mixed-interval', 7]]],
    [
      'a date of another century',
      `${day('2026-03-02')}\n${day('2026-03-03')}\n1926-03-02T08:00,3`,
      [['date-far-away', 13]],
    ],
    ['nothing', 'timestamp,value', [['no-rows', undefined]]],
    ['one row a day', '2026-03-02T08:00,3\n2026-03-03T08:00,3', [['one-row-a-day', undefined]]],
    ['dates without a time', 'date,calls\n2026-03-02,3\n03.03.2026,3', [['one-row-a-day', undefined]]],
  ])('with %s is refused by line', (_, text, issues) => {
    expect(issuesOf(text)).toEqual(issues)
  })
  test('adds up the hour that autumn shows twice, and the hour that spring skips is no gap', () => {
    const night = (date: string, hours: number[]) => hours.map((hour) => `${date}T0${hour}:00,1`).join('\n')
    const { series, notes } = readSeries(rows(night('2026-10-25', [0, 1, 2, 2, 3])))
    expect(series.values[2]).toBe(2)
    expect(notes).toEqual([{ code: 'doubled-hour', count: 1, line: 4 }])
    expect(readSeries(rows(night('2026-03-29', [0, 1, 3, 4]))).series.intervalMinutes).toBe(60)
  })
  test('keeps rows without a number as gaps, and tells', () => {
    const { series, notes } = readSeries(rows(`${day('2026-03-02')}\n2026-03-02T11:00,NA`))
    expect(series.values[22]).toBeNaN()
    expect(notes).toEqual([{ code: 'empty-values', count: 1, line: 7 }])
  })
})

test('events and opening hours as Norwegian Excel writes them, and an event that stands twice', () => {
  const cells = (text: string) =>
    text.split('\n').map((line, at) => ({ line: at + 1, cells: line.split(';') }))
  expect(readEvents(cells('dato;type;faktor\n22.07.2024;kampanje;1,3'))).toEqual([
    { date: '2024-07-22', kind: 'kampanje', size: undefined, factor: 1.3 },
  ])
  expect(readOpening(cells('ukedag;fra;til;dato\nmandag;8.00;16.00;\n;;;15.05.26'))).toEqual({
    week: { 1: [{ from: '08:00', to: '16:00' }] },
    exceptions: [{ date: '2026-05-15', hours: [] }],
  })
  const twice = () => readEvents(cells('dato;type;faktor\n22.07.2024;kampanje;1,3\n2024-07-22;kampanje;1,3'))
  expect(twice).toThrow(
    expect.objectContaining({
      issues: [{ code: 'doubled-event', line: 3, value: 'kampanje on 2024-07-22', params: { first: 2 } }],
    }),
  )
})

test('events and opening hours are read, and refused by line', () => {
  expect(readEvents(rows('date,event,size\n2026-03-02,invoice,12000\n2026-04-02,invoice,'))).toEqual([
    { date: '2026-03-02', kind: 'invoice', size: 12000, factor: undefined },
    { date: '2026-04-02', kind: 'invoice', size: undefined, factor: undefined },
  ])
  expect(() => readEvents(rows('date,kind\n2026-02-30,x'))).toThrow(AppError)
  expect(readOpening(rows('weekday,from,to,date\nmandag,08:00,16:00,\n,,,2026-05-15'))).toEqual({
    week: { 1: [{ from: '08:00', to: '16:00' }] },
    exceptions: [{ date: '2026-05-15', hours: [] }],
  })
  expect(() => readOpening(rows('weekday,from,to\nmandag,16:00,08:00'))).toThrow(AppError)
})
