/** The overall impression: 60 points on every channel's form. */
import type { QuestionMethod } from '../../contract.ts'
import { degree, say, yesNo } from './options.ts'

const toWhatDegree = {
  area: 'overall',
  channels: ['phone', 'email', 'chat', 'messenger'] as QuestionMethod['channels'],
  kind: 'degree',
  scored: true,
  notApplicable: false,
} as const

export const overallQuestions: QuestionMethod[] = [
  {
    id: 'efficient',
    ...toWhatDegree,
    text: say(
      'I hvilken grad ble tiden din brukt godt, uansett hvor lenge det varte?',
      'I kva grad vart tida di brukt godt, same kor lenge det varte?',
      'To what degree was your time well spent, however long it took?',
    ),
    options: degree(12),
  },
  {
    id: 'sentOn',
    ...toWhatDegree,
    kind: 'yesNo',
    scored: false,
    text: say(
      'Ble du sendt videre til nettsider eller butikk?',
      'Vart du send vidare til nettsider eller butikk?',
      'Were you sent on to a website or a shop?',
    ),
    options: yesNo(0),
  },
  {
    id: 'impression',
    ...toWhatDegree,
    text: say(
      'I hvilken grad ga kundebehandleren alt i alt et godt inntrykk?',
      'I kva grad gav kundebehandlaren alt i alt eit godt inntrykk?',
      'To what degree did the agent, all in all, make a good impression?',
    ),
    options: degree(16),
  },
  {
    id: 'valued',
    ...toWhatDegree,
    text: say(
      'I hvilken grad følte du at de satte pris på deg som mulig kunde?',
      'I kva grad kjende du at dei sette pris på deg som mogleg kunde?',
      'To what degree did you feel valued as a possible customer?',
    ),
    options: degree(16),
  },
  {
    id: 'wouldBuy',
    ...toWhatDegree,
    notApplicable: true,
    text: say(
      'I hvilken grad ville du ha blitt kunde her etter denne henvendelsen?',
      'I kva grad ville du ha vorte kunde her etter denne førespurnaden?',
      'To what degree would you have become a customer here after this contact?',
    ),
    help: say(
      'Ikke aktuelt når det ikke går an å kjøpe noe eller velge et annet sted.',
      'Ikkje aktuelt når det ikkje går an å kjøpe noko eller velje ein annan stad.',
      'Not applicable when there is nothing to buy, or nowhere else to choose.',
    ),
    options: degree(16),
  },
]
