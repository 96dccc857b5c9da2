import { defineTexts } from './define-texts.ts'

/** The section's own words: its parts, and where customers make contact. */
export const understandTexts = defineTexts('understand', {
  nb: {
    section: 'Forstå',
    parts: 'Delene av Forstå',
    part: { overview: 'Oversikt', intake: 'Inn' },
    channel: {
      phone: 'Telefon',
      email: 'E-post',
      chat: 'Chat',
      chatbot: 'Chatbot',
      messenger: 'Messenger',
      social: 'Sosiale medier',
      web: 'Nett',
      post: 'Brev',
      inPerson: 'Oppmøte',
    },
  },
  nn: {
    section: 'Forstå',
    parts: 'Delane av Forstå',
    part: { overview: 'Oversikt', intake: 'Inn' },
    channel: {
      phone: 'Telefon',
      email: 'E-post',
      chat: 'Chat',
      chatbot: 'Chatbot',
      messenger: 'Messenger',
      social: 'Sosiale medium',
      web: 'Nett',
      post: 'Brev',
      inPerson: 'Oppmøte',
    },
  },
  en: {
    section: 'Understand',
    parts: 'The parts of Understand',
    part: { overview: 'Overview', intake: 'In' },
    channel: {
      phone: 'Phone',
      email: 'E-mail',
      chat: 'Chat',
      chatbot: 'Chatbot',
      messenger: 'Messenger',
      social: 'Social media',
      web: 'Web',
      post: 'Letter',
      inPerson: 'In person',
    },
  },
})
