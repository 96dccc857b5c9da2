import { expect, test } from 'vitest'
import { chooseChannels } from './choose-channels.ts'

test('with all four available, Messenger gives way to chat', () => {
  expect(chooseChannels({ phone: true, email: true, chat: true, messenger: true })).toEqual([
    'phone',
    'email',
    'chat',
  ])
})
test('Messenger is used where there is no chat', () => {
  expect(chooseChannels({ phone: false, email: true, chat: false, messenger: true })).toEqual([
    'email',
    'messenger',
  ])
})
test('nothing available chooses nothing', () => {
  expect(chooseChannels({ phone: false, email: false, chat: false, messenger: false })).toEqual([])
})
