import { expect, test } from 'vitest'
import { isUnreachable, lackingDetail, readChannels, rowOf } from './read-channels.ts'

const channels = {
  phone: '22 00 00 00',
  email: 'hei@fjord.example',
  contactForm: null,
  chat: null,
  messenger: null,
}
const row = rowOf({ participantId: 'p1', name: 'Fjord', channels })

test('a participant that is as it was is not changed', () => {
  expect(readChannels([row])).toEqual({})
})

test('what is gone is null, and what is new carries what observers will use', () => {
  const changed = {
    ...row,
    there: { ...row.there, email: false, chat: true },
    detail: { ...row.detail, chat: ' https://fjord.example/ ' },
  }
  expect(readChannels([row, { ...changed, participantId: 'p2' }])).toEqual({
    channels: [
      { participantId: 'p2', channels: { ...channels, email: null, chat: 'https://fjord.example/' } },
    ],
  })
})

test('another number on the same channel is a change too', () => {
  const changed = { ...row, detail: { ...row.detail, phone: '22 00 00 01' } }
  expect(readChannels([changed])?.channels).toEqual([
    { participantId: 'p1', channels: { ...channels, phone: '22 00 00 01' } },
  ])
})

test('a way without a number or an address, and a participant without any way, are not sent', () => {
  const bare = { ...row, there: { ...row.there, messenger: true } }
  expect(lackingDetail(bare)).toEqual(['messenger'])
  expect(readChannels([bare])).toBeUndefined()
  const said = { ...row, detail: { ...row.detail, phone: 'ja' } }
  expect(lackingDetail(said)).toEqual(['phone'])
  expect(readChannels([said])).toBeUndefined()
  const none = { ...row, there: { ...row.there, phone: false, email: false } }
  expect(isUnreachable(none)).toBe(true)
  expect(readChannels([none])).toBeUndefined()
})
