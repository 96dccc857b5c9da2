import { defineTexts } from './define-texts.ts'

/** The ways to reach a participant, as words of the interface. */
export const channelTexts = defineTexts('channels', {
  nb: { phone: 'Telefon', email: 'E-post', chat: 'Chat', messenger: 'Messenger' },
  nn: { phone: 'Telefon', email: 'E-post', chat: 'Chat', messenger: 'Messenger' },
  en: { phone: 'Phone', email: 'E-mail', chat: 'Chat', messenger: 'Messenger' },
})
