/** The five customer-experience questions. They are shown beside the result and never touch it (M5.4). */
import type { Localized } from '../../../../kernel/localized.ts'
import type { QuestionMethod } from '../../contract.ts'
import { say, scale } from './options.ts'

const agree: readonly [Localized, Localized] = [
  say('helt uenig', 'heilt ueinig', 'strongly disagree'),
  say('helt enig', 'heilt einig', 'strongly agree'),
]
const unscored = {
  area: 'cx',
  channels: ['phone', 'email', 'chat', 'messenger'] as QuestionMethod['channels'],
  kind: 'scale',
  scored: false,
  notApplicable: false,
} as const

export const customerExperienceQuestions: QuestionMethod[] = [
  {
    id: 'ces',
    ...unscored,
    text: say('Det var lett å få hjelp.', 'Det var lett å få hjelp.', 'It was easy to get help.'),
    options: scale(1, 7, agree),
  },
  {
    id: 'csat',
    ...unscored,
    text: say(
      'Hvor fornøyd er du med hjelpen du fikk?',
      'Kor nøgd er du med hjelpa du fekk?',
      'How satisfied are you with the help you got?',
    ),
    options: scale(1, 5, [
      say('svært misfornøyd', 'svært misnøgd', 'very dissatisfied'),
      say('svært fornøyd', 'svært nøgd', 'very satisfied'),
    ]),
  },
  {
    id: 'ves1',
    ...unscored,
    text: say(
      'Nå kan jeg få mer ut av det firmaet tilbyr.',
      'No kan eg få meir ut av det firmaet tilbyr.',
      'I can now get more out of what the company offers.',
    ),
    options: scale(1, 7, agree),
  },
  {
    id: 'ves2',
    ...unscored,
    text: say(
      'Nå er jeg tryggere på at firmaet er et godt valg.',
      'No er eg tryggare på at firmaet er eit godt val.',
      'I am now more confident that the company is a good choice.',
    ),
    options: scale(1, 7, agree),
  },
  {
    id: 'nps',
    ...unscored,
    text: say(
      'Hvor sannsynlig er det at du anbefaler firmaet til noen du kjenner?',
      'Kor sannsynleg er det at du tilrår firmaet til nokon du kjenner?',
      'How likely are you to recommend the company to someone you know?',
    ),
    options: scale(0, 10, [
      say('svært lite sannsynlig', 'svært lite sannsynleg', 'very unlikely'),
      say('svært sannsynlig', 'svært sannsynleg', 'very likely'),
    ]),
  },
]
