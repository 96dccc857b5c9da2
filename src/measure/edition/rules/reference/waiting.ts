/** Waiting: 10 points on every channel's form. The logged clock answers all but the call-back question. */
import type { Localized } from '../../../../kernel/localized.ts'
import type { OptionMethod, QuestionMethod } from '../../contract.ts'
import { say, yesNo } from './options.ts'

const waited = say(
  'Hvor lenge ventet du før et menneske svarte?',
  'Kor lenge venta du før eit menneske svara?',
  'How long did you wait before a person answered?',
)
const whichAttempt = say(
  'Hvilket forsøk ga svar?',
  'Kva for eit forsøk gav svar?',
  'Which attempt was answered?',
)

function minutes(count: number): Localized {
  return count === 1
    ? say('Inntil 1 minutt', 'Inntil 1 minutt', 'Up to 1 minute')
    : say(`Inntil ${count} minutter`, `Inntil ${count} minutt`, `Up to ${count} minutes`)
}

function longer(count: number): Localized {
  return say(`Mer enn ${count} minutter`, `Meir enn ${count} minutt`, `More than ${count} minutes`)
}

/** Steps of a live conversation: 30 s, 1, 2, 3 and 4 minutes, and up to the end of the attempt. */
const liveSteps: OptionMethod[] = [
  { id: 's30', label: say('Inntil 30 sekunder', 'Inntil 30 sekund', 'Up to 30 seconds'), points: 6 },
  { id: 'm1', label: minutes(1), points: 5 },
  { id: 'm2', label: minutes(2), points: 4 },
  { id: 'm3', label: minutes(3), points: 2 },
  { id: 'm4', label: minutes(4), points: 1 },
  { id: 'more', label: longer(4), points: 0 },
]
const liveLimits = [30, 60, 120, 180, 240]

/** The last step is reached when the answer comes in the open thread between the attempts. */
const messengerSteps: OptionMethod[] = [
  { id: 'm2', label: minutes(2), points: 6 },
  { id: 'm5', label: minutes(5), points: 5 },
  { id: 'm10', label: minutes(10), points: 4 },
  { id: 'm20', label: minutes(20), points: 2 },
  { id: 'm30', label: minutes(30), points: 1 },
  { id: 'more', label: longer(30), points: 0 },
]
const messengerLimits = [120, 300, 600, 1200, 1800]

const emailSteps: OptionMethod[] = [
  { id: 'day1', label: say('Samme virkedag', 'Same yrkedag', 'The same working day'), points: 10 },
  { id: 'day2', label: say('Andre virkedag', 'Andre yrkedag', 'The second working day'), points: 5 },
  { id: 'day3', label: say('Tredje virkedag', 'Tredje yrkedag', 'The third working day'), points: 0 },
]

const first: OptionMethod = { id: 'first', label: say('Det første', 'Det første', 'The first'), points: 4 }
const second: OptionMethod = { id: 'second', label: say('Det andre', 'Det andre', 'The second'), points: 0 }
const between: OptionMethod = {
  id: 'between',
  label: say('Svaret kom mellom de to', 'Svaret kom mellom dei to', 'The answer came between the two'),
  points: 2,
}

const clocked = { area: 'waiting', kind: 'category', scored: true, notApplicable: false } as const

export const waitingQuestions: QuestionMethod[] = [
  {
    id: 'waitPhone',
    ...clocked,
    channels: ['phone'],
    text: waited,
    clock: { reads: 'wait', limits: liveLimits },
    options: liveSteps,
  },
  {
    id: 'waitChat',
    ...clocked,
    channels: ['chat'],
    text: waited,
    help: say(
      'En automatisk hilsen eller en chatbot er ikke et svar.',
      'Ei automatisk helsing eller ein chatbot er ikkje eit svar.',
      'An automatic greeting or a chatbot is not an answer.',
    ),
    clock: { reads: 'wait', limits: liveLimits },
    options: liveSteps,
  },
  {
    id: 'waitMessenger',
    ...clocked,
    channels: ['messenger'],
    text: waited,
    help: say(
      'Et automatisk svar teller ikke.',
      'Eit automatisk svar tel ikkje.',
      'An automatic reply does not count.',
    ),
    clock: { reads: 'wait', limits: messengerLimits },
    options: messengerSteps,
  },
  {
    id: 'waitEmail',
    ...clocked,
    channels: ['email'],
    text: say(
      'Hvilken virkedag kom svaret fra et menneske?',
      'Kva for ein yrkedag kom svaret frå eit menneske?',
      'On which working day did a person answer?',
    ),
    help: say(
      'Dagen du sendte, er den første. En automatisk kvittering er ikke et svar.',
      'Dagen du sende, er den første. Ei automatisk kvittering er ikkje eit svar.',
      'The day you sent it is the first. An automatic acknowledgement is not an answer.',
    ),
    clock: { reads: 'wait', limits: [1, 2] },
    options: emailSteps,
  },
  {
    id: 'attempt',
    ...clocked,
    channels: ['phone', 'chat'],
    text: whichAttempt,
    clock: { reads: 'attempt' },
    options: [first, second],
  },
  {
    id: 'attemptMessenger',
    ...clocked,
    channels: ['messenger'],
    text: whichAttempt,
    clock: { reads: 'attempt', betweenAttempts: 'between' },
    options: [first, second, between],
  },
  {
    id: 'callBack',
    area: 'waiting',
    channels: ['phone'],
    kind: 'yesNo',
    text: say(
      'Fikk du tilbud om å bli ringt opp igjen?',
      'Fekk du tilbod om å bli ringd opp igjen?',
      'Were you offered a call back?',
    ),
    help: say(
      'Ta aldri imot tilbudet. Svaret gir ingen poeng.',
      'Ta aldri imot tilbodet. Svaret gir ingen poeng.',
      'Never accept the offer. The answer carries no points.',
    ),
    scored: false,
    notApplicable: false,
    options: yesNo(0),
  },
]
