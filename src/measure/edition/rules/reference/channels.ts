/**
 * How the reference method reaches a participant. The shares are our own: about 43 parts by phone and 57 in
 * writing. Chat and Messenger share one slot, so they carry the same share.
 */
import type { ChannelMethod } from '../../contract.ts'
import { say } from './options.ts'

export const referenceChannels: ChannelMethod[] = [
  {
    id: 'phone',
    name: say('Telefon', 'Telefon', 'Phone'),
    form: 'spoken',
    share: 43,
    window: { from: '09:00', to: '15:00' },
    protocol: { unit: 'minutes', wait: 5, attempts: 2, openBetweenAttempts: false },
  },
  {
    id: 'email',
    name: say('E-post eller skjema', 'E-post eller skjema', 'E-mail or form'),
    form: 'written',
    share: 32,
    window: { from: '09:00', to: '12:00' },
    protocol: { unit: 'workingDays', wait: 3, attempts: 1 },
  },
  {
    id: 'chat',
    name: say('Chat', 'Chat', 'Chat'),
    form: 'written',
    share: 25,
    window: { from: '09:00', to: '15:00' },
    protocol: { unit: 'minutes', wait: 5, attempts: 2, openBetweenAttempts: false },
  },
  {
    id: 'messenger',
    name: say('Messenger', 'Messenger', 'Messenger'),
    form: 'written',
    share: 25,
    window: { from: '09:00', to: '15:00' },
    protocol: { unit: 'minutes', wait: 30, attempts: 2, openBetweenAttempts: true },
  },
]
