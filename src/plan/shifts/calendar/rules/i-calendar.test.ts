import { describe, expect, test } from 'vitest'
import { minuteAt } from '../../rules/local-days.ts'
import { escapeText, writeCalendar } from './i-calendar.ts'

const words = {
  name: 'Vakter – Åse Østbø, Nordlys Kraft og alle de andre som har vakter her',
  shift: 'Vakt',
  pause: 'Pause',
}
const shift = {
  id: '11111111-1111-7111-8111-111111111111',
  agentId: '22222222-2222-7222-8222-222222222222',
  from: minuteAt('2027-03-28', '00:00'),
  to: minuteAt('2027-03-28', '08:00'),
  breaks: [{ from: minuteAt('2027-03-28', '04:00'), to: minuteAt('2027-03-28', '04:30') }],
  skill: 'telefon',
  sequence: 2,
  cancelled: false,
  changedAt: new Date('2027-03-01T09:00:00Z'),
}
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar of shifts', () => {
  test('tells local times, also of the night on which the clocks change, and how often a shift has changed', () => {
    const lines = unfolded(writeCalendar([shift], words))
    expect(lines).toContain('DTSTART;TZID=Europe/Oslo:20270328T000000')
    expect(lines).toContain('DTEND;TZID=Europe/Oslo:20270328T080000')
    expect(lines).toContain('SEQUENCE:2')
    expect(lines).toContain('DESCRIPTION:Pause 04:00–04:30')
    expect(lines).toContain('DTSTAMP:20270301T090000Z')
    expect(lines).toContain(`UID:${shift.id}.${shift.agentId}@lyttepost`)
    expect(lines.filter((line) => line === 'TZID:Europe/Oslo')).toHaveLength(1)
  })

  test('takes a shift away by name', () => {
    const lines = unfolded(writeCalendar([{ ...shift, cancelled: true }], words))
    expect(lines).toContain('STATUS:CANCELLED')
    expect(lines).toContain(`UID:${shift.id}.${shift.agentId}@lyttepost`)
  })

  test('has no line above 75 octets, and none broken inside a letter', () => {
    const text = writeCalendar([shift], words)
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(unfolded(text)).toContain(`NAME:${words.name.replaceAll(',', '\\,')}`)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
})

test('signs with a meaning of their own are marked', () => {
  expect(escapeText('a, b; c\\d\ne')).toBe('a\\, b\\; c\\\\d\\ne')
})
