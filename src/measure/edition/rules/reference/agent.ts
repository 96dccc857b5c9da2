/** The agent: 100 points on every channel's form, of which 84 are the same everywhere. */
import type { QuestionMethod } from '../../contract.ts'
import { degree, say, yesNo } from './options.ts'

const everywhere: QuestionMethod['channels'] = ['phone', 'email', 'chat', 'messenger']
const inWriting: QuestionMethod['channels'] = ['email', 'chat', 'messenger']
const toWhatDegree = { area: 'agent', kind: 'degree', scored: true, notApplicable: false } as const

export const agentQuestions: QuestionMethod[] = [
  {
    id: 'findNeed',
    ...toWhatDegree,
    channels: everywhere,
    text: say(
      'I hvilken grad stilte kundebehandleren spørsmål for å finne ut hva du trengte?',
      'I kva grad stilte kundebehandlaren spørsmål for å finne ut kva du trong?',
      'To what degree did the agent ask questions to find out what you needed?',
    ),
    options: degree(12),
  },
  {
    id: 'listened',
    ...toWhatDegree,
    channels: ['phone'],
    text: say(
      'I hvilken grad lyttet kundebehandleren til deg?',
      'I kva grad lytta kundebehandlaren til deg?',
      'To what degree did the agent listen to you?',
    ),
    options: degree(16),
  },
  {
    id: 'understood',
    ...toWhatDegree,
    channels: inWriting,
    text: say(
      'I hvilken grad forsto kundebehandleren hva du trengte?',
      'I kva grad forstod kundebehandlaren kva du trong?',
      'To what degree did the agent understand what you needed?',
    ),
    options: degree(12),
  },
  {
    id: 'engaged',
    ...toWhatDegree,
    channels: everywhere,
    text: say(
      'I hvilken grad viste kundebehandleren engasjement?',
      'I kva grad viste kundebehandlaren engasjement?',
      'To what degree did the agent show commitment?',
    ),
    options: degree(8),
  },
  {
    id: 'ledDialogue',
    ...toWhatDegree,
    channels: everywhere,
    text: say(
      'I hvilken grad ledet kundebehandleren dialogen mot en løsning?',
      'I kva grad leidde kundebehandlaren dialogen mot ei løysing?',
      'To what degree did the agent lead the dialogue towards a solution?',
    ),
    options: degree(4),
  },
  {
    id: 'explained',
    ...toWhatDegree,
    channels: everywhere,
    text: say(
      'I hvilken grad forklarte kundebehandleren seg klart?',
      'I kva grad forklarte kundebehandlaren seg klart?',
      'To what degree did the agent explain things clearly?',
    ),
    options: degree(8),
  },
  {
    id: 'knewSubject',
    ...toWhatDegree,
    channels: everywhere,
    text: say(
      'I hvilken grad kunne kundebehandleren faget sitt?',
      'I kva grad kunne kundebehandlaren faget sitt?',
      'To what degree did the agent know the subject?',
    ),
    options: degree(8),
  },
  {
    id: 'usedKnowledge',
    ...toWhatDegree,
    channels: everywhere,
    text: say(
      'I hvilken grad ble kunnskapen brukt til å finne det som var best for deg?',
      'I kva grad vart kunnskapen brukt til å finne det som var best for deg?',
      'To what degree was that knowledge used to find what was best for you?',
    ),
    options: degree(8),
  },
  {
    id: 'goodAdvice',
    ...toWhatDegree,
    channels: everywhere,
    text: say(
      'I hvilken grad fikk du gode råd?',
      'I kva grad fekk du gode råd?',
      'To what degree did you get good advice?',
    ),
    options: degree(12),
  },
  {
    id: 'solution',
    ...toWhatDegree,
    channels: everywhere,
    text: say(
      'I hvilken grad passet løsningen du fikk?',
      'I kva grad passa løysinga du fekk?',
      'To what degree did the solution fit you?',
    ),
    options: degree(12),
  },
  {
    id: 'checked',
    ...toWhatDegree,
    channels: everywhere,
    text: say(
      'I hvilken grad forsikret kundebehandleren seg om at du var fornøyd og hadde forstått?',
      'I kva grad forsikra kundebehandlaren seg om at du var nøgd og hadde forstått?',
      'To what degree did the agent make sure that you were satisfied and had understood?',
    ),
    options: degree(8),
  },
  {
    id: 'otherSolutions',
    ...toWhatDegree,
    channels: everywhere,
    notApplicable: true,
    text: say(
      'I hvilken grad foreslo kundebehandleren andre eller bedre løsninger for deg?',
      'I kva grad foreslo kundebehandlaren andre eller betre løysingar for deg?',
      'To what degree did the agent suggest other or better solutions for you?',
    ),
    help: say(
      'Gode forslag er service, ikke salgspress. Ikke aktuelt når det ikke fantes noe annet å foreslå.',
      'Gode forslag er service, ikkje salspress. Ikkje aktuelt når det ikkje fanst noko anna å foreslå.',
      'Good suggestions are service, not sales pressure. Not applicable when there was nothing else to suggest.',
    ),
    options: degree(4),
  },
  {
    id: 'wording',
    ...toWhatDegree,
    channels: ['chat', 'messenger'],
    text: say(
      'I hvilken grad var svaret godt og riktig skrevet?',
      'I kva grad var svaret godt og rett skrive?',
      'To what degree was the answer well and correctly written?',
    ),
    options: degree(4),
  },
  {
    id: 'wordingEmail',
    area: 'agent',
    channels: ['email'],
    kind: 'category',
    text: say(
      'Var e-posten godt og riktig skrevet?',
      'Var e-posten godt og rett skriven?',
      'Was the e-mail well and correctly written?',
    ),
    scored: true,
    notApplicable: false,
    options: [
      { id: 'good', label: say('Ja, uten feil', 'Ja, utan feil', 'Yes, without mistakes'), points: 2 },
      {
        id: 'few',
        label: say('Stort sett, få feil', 'Stort sett, få feil', 'Mostly, few mistakes'),
        points: 1,
      },
      { id: 'poor', label: say('Nei', 'Nei', 'No'), points: 0 },
    ],
  },
  {
    id: 'closing',
    area: 'agent',
    channels: ['email'],
    kind: 'yesNo',
    text: say(
      'Sluttet e-posten med en hilsen?',
      'Slutta e-posten med ei helsing?',
      'Did the e-mail close with a greeting?',
    ),
    scored: true,
    notApplicable: false,
    options: yesNo(2),
  },
]
