/** The welcome: 30 points on every channel's form. */
import type { QuestionMethod } from '../../contract.ts'
import { degree, say, yesNo } from './options.ts'

const everywhere: QuestionMethod['channels'] = ['phone', 'email', 'chat', 'messenger']
const scored = { area: 'welcome', scored: true, notApplicable: false } as const

export const welcomeQuestions: QuestionMethod[] = [
  {
    id: 'easyToReach',
    ...scored,
    channels: everywhere,
    kind: 'degree',
    text: say(
      'I hvilken grad var det lett å komme fram til rett person?',
      'I kva grad var det lett å kome fram til rett person?',
      'To what degree was it easy to get through to the right person?',
    ),
    options: degree(8),
  },
  {
    id: 'personal',
    ...scored,
    channels: everywhere,
    kind: 'degree',
    text: say(
      'I hvilken grad ble du møtt personlig, og ikke på rutine?',
      'I kva grad vart du møtt personleg, og ikkje på rutine?',
      'To what degree were you met personally rather than by routine?',
    ),
    options: degree(4),
  },
  {
    id: 'namesGiven',
    ...scored,
    channels: ['phone'],
    kind: 'category',
    text: say(
      'Hvilke navn presenterte kundebehandleren seg med?',
      'Kva for namn presenterte kundebehandlaren seg med?',
      'Which names did the agent give?',
    ),
    options: [
      {
        id: 'both',
        label: say(
          'Både sitt eget og firmaets',
          'Både sitt eige og firmaet sitt',
          'Both their own and the company’s',
        ),
        points: 4,
      },
      { id: 'one', label: say('Bare ett av dem', 'Berre eitt av dei', 'Only one of them'), points: 2 },
      { id: 'none', label: say('Ingen', 'Ingen', 'None'), points: 0 },
    ],
  },
  {
    id: 'agentName',
    ...scored,
    channels: ['email', 'chat', 'messenger'],
    kind: 'yesNo',
    text: say(
      'Kunne du se navnet på den som svarte deg?',
      'Kunne du sjå namnet på den som svara deg?',
      'Could you see the name of the person who answered you?',
    ),
    options: yesNo(4),
  },
  {
    id: 'firstPerson',
    ...scored,
    channels: everywhere,
    kind: 'yesNo',
    text: say(
      'Kunne den første du fikk kontakt med, hjelpe deg?',
      'Kunne den første du fekk kontakt med, hjelpe deg?',
      'Could the first person you got in touch with help you?',
    ),
    options: yesNo(6),
  },
  {
    id: 'feltWelcome',
    ...scored,
    channels: everywhere,
    kind: 'degree',
    text: say(
      'I hvilken grad følte du deg velkommen?',
      'I kva grad kjende du deg velkommen?',
      'To what degree did you feel welcome?',
    ),
    options: degree(8),
  },
]
