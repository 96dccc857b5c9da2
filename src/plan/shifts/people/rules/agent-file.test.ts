import { describe, expect, test } from 'vitest'
import { usualContract } from '../../rules/usual-contract.ts'
import { agentsFrom, rowOfAgent } from './agent-file.ts'
import { agentColumns, unreadHeadings } from './agent-headings.ts'
import { readHours, withoutDays, writeHours } from './written-hours.ts'

const tableOf = (header: readonly string[], ...rows: readonly (readonly string[])[]) => ({
  header,
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
})

describe('a file of agents', () => {
  test('gives back what was written', () => {
    const agent = {
      number: '17',
      name: 'Åse Moen',
      contract: {
        ...usualContract,
        weeklyHours: 22.5,
        averaging: 'person',
        averagingWeeks: 8,
        sundayWork: true,
      } as const,
      adultOn: '2027-08-01',
      skills: ['telefon', 'chat'],
      available: { 1: [{ from: '08:00', to: '16:00' }], 6: [{ from: '10:00', to: '14:00' }] },
      validFrom: '2026-01-01',
      validTo: null,
    }
    const row = rowOfAgent(agent).map((cell) => (cell === null ? '' : String(cell)))
    const { agents, issues } = agentsFrom(tableOf(agentColumns, row), '2027-01-01')
    expect(issues).toEqual([])
    expect(agents).toEqual([{ ...agent, line: 2 }])
  })

  test('may say things the Norwegian way and leave most of them out', () => {
    const table = tableOf(['Navn', 'Timer per uke', 'Ansatt fra'], ['Per', '37,5', '1.2.2026'])
    const { agents, issues } = agentsFrom(table, '2027-01-01')
    expect(issues).toEqual([])
    expect(agents[0]).toMatchObject({ name: 'Per', validFrom: '2026-02-01', contract: usualContract })
  })

  test('from elsewhere has positions in per cent, commas between skills, two names and days off', () => {
    const table = tableOf(
      ['Ansattnr.', 'Etternavn', 'Fornavn', 'Stillings-%', 'Kompetanse', 'Fast fri', 'Ønsker'],
      ['1', 'Olsen', 'Per', '80 %', 'telefon, faktura', 'onsdag', 'helst sent'],
      ['2', 'Berg', 'Liv', '0,5', 'chat / e-post', 'man–tir og fre', ''],
      ['3', 'Dahl', 'Ola', '100', 'telefon', '', ''],
    )
    const { agents, issues } = agentsFrom(table, '2027-01-01')
    expect(issues).toEqual([])
    expect(agents.map(({ number, name }) => [number, name])).toEqual([
      ['1', 'Per Olsen'],
      ['2', 'Liv Berg'],
      ['3', 'Ola Dahl'],
    ])
    expect(agents.map(({ contract }) => contract.weeklyHours)).toEqual([30, 18.75, 37.5])
    expect(agents.map(({ skills }) => skills)).toEqual([
      ['telefon', 'faktura'],
      ['chat', 'e-post'],
      ['telefon'],
    ])
    expect(agents.map(({ available }) => available && Object.keys(available).join(''))).toEqual([
      '124567',
      '3467',
      null,
    ])
    expect(unreadHeadings(table)).toEqual(['Ønsker'])
  })

  test('keeps a skill whose name has a comma, and a column of titles is no position', () => {
    const { agents } = agentsFrom(tableOf(['name', 'skills'], ['Per', 'faktura, bedrift;']), '2027-01-01')
    expect(agents[0]!.skills).toEqual(['faktura, bedrift'])
    expect(rowOfAgent(agents[0]!)).toContain('faktura, bedrift;')
    const titles = tableOf(['Navn', 'Stilling'], ['Per', 'Kundebehandler'])
    expect(agentsFrom(titles, '2027-01-01')).toMatchObject({ issues: [], agents: [{ name: 'Per' }] })
    expect(unreadHeadings(titles)).toEqual(['Stilling'])
  })

  test('is told by line and column what is wrong with it', () => {
    const header = ['number', 'name', 'weeklyHours', 'available', 'validFrom', 'nightWork']
    const table = tableOf(
      header,
      ['1', 'Per', '70', 'alltid', '2026-02-31', 'kanskje'],
      ['2', '', '30', '', '', ''],
      ['1', 'Kari', '', '', '', ''],
    )
    expect(
      agentsFrom(table, '2027-01-01').issues.map(({ line, column, code }) => [line, column, code]),
    ).toEqual([
      [2, 'weeklyHours', 'not-a-number'],
      [2, 'nightWork', 'unknown-word'],
      [2, 'available', 'not-hours'],
      [2, 'validFrom', 'not-a-date'],
      [3, 'name', 'blank'],
      [4, 'number', 'doubled'],
    ])
    expect(agentsFrom(tableOf(['hvem'], ['Per']), '2027-01-01').issues[0]?.code).toBe('missing-column')
  })
})

test('hours are read day by day or over several', () => {
  expect(readHours('man–tir 8.00–16.00; lør 10:00-14:00')).toEqual({
    1: [{ from: '08:00', to: '16:00' }],
    2: [{ from: '08:00', to: '16:00' }],
    6: [{ from: '10:00', to: '14:00' }],
  })
  expect(readHours('fre-man 08:00-16:00')).toBeUndefined()
  expect(writeHours(readHours('mon 08:00-16:00')!)).toBe('mon 08:00-16:00')
})

test('days off take their hours away from the others', () => {
  expect(withoutDays('ons', readHours('man-ons 08:00-16:00')!)).toEqual({
    1: [{ from: '08:00', to: '16:00' }],
    2: [{ from: '08:00', to: '16:00' }],
  })
  expect(withoutDays('annenhver fredag', null)).toBeUndefined()
})
