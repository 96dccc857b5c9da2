/**
 * Role plays that fit any class: a possible customer who knows little and decides by how they are met. None
 * turns on a price, so that a cheap and a dear participant are met alike.
 */
import type { ScenarioMethod } from '../../contract.ts'
import { say } from './options.ts'

type Parts = Pick<ScenarioMethod, 'id' | 'title' | 'briefing'>

const parts: readonly Parts[] = [
  {
    id: 'movingIn',
    title: say('Jeg skal flytte', 'Eg skal flytte', 'I am moving'),
    briefing: say(
      'Du flytter om seks uker og vil ha alt klart fra første dag. Spør hva du må gjøre, i hvilken rekkefølge, og hva de kan ta seg av for deg.',
      'Du flyttar om seks veker og vil ha alt klart frå første dag. Spør kva du må gjere, i kva rekkjefølgje, og kva dei kan ta seg av for deg.',
      'You are moving in six weeks and want everything ready from the first day. Ask what you have to do, in which order, and what they can take care of for you.',
    ),
  },
  {
    id: 'switching',
    title: say('Bytte leverandør', 'Byte leverandør', 'Switching provider'),
    briefing: say(
      'Du bruker en annen leverandør i dag og vurderer å bytte. Du er redd for at noe glipper underveis. Spør hvordan et bytte foregår, og hva du selv må passe på.',
      'Du bruker ein annan leverandør i dag og vurderer å byte. Du er redd for at noko glepp undervegs. Spør korleis eit byte går føre seg, og kva du sjølv må passe på.',
      'You use another provider today and are thinking of switching. You fear that something will be lost on the way. Ask how a switch is done and what you must see to yourself.',
    ),
  },
  {
    id: 'whichOne',
    title: say('Hva passer for meg?', 'Kva passar for meg?', 'Which one suits me?'),
    briefing: say(
      'Du har sett at det finnes flere valg og forstår ikke forskjellen. Be om et råd, og fortell litt om hverdagen din, men bare når du blir spurt.',
      'Du har sett at det finst fleire val og forstår ikkje skilnaden. Be om eit råd, og fortel litt om kvardagen din, men berre når du blir spurd.',
      'You have seen that there are several choices and do not understand the difference. Ask for advice, and tell a little about your daily life, but only when asked.',
    ),
  },
  {
    id: 'forParents',
    title: say('På vegne av foreldrene', 'På vegner av foreldra', 'On behalf of my parents'),
    briefing: say(
      'Du hjelper foreldrene dine, som er over 75 og lite på nett. Spør hva som passer for dem, og hvordan de kan få hjelp når du ikke er der.',
      'Du hjelper foreldra dine, som er over 75 og lite på nett. Spør kva som passar for dei, og korleis dei kan få hjelp når du ikkje er der.',
      'You are helping your parents, who are over 75 and seldom online. Ask what suits them, and how they can get help when you are not there.',
    ),
  },
  {
    id: 'firstTime',
    title: say('Første gang', 'Første gong', 'The first time'),
    briefing: say(
      'Du har aldri hatt noe slikt før og vet ikke hva du bør spørre om. Si det som det er, og la kundebehandleren lede deg.',
      'Du har aldri hatt noko slikt før og veit ikkje kva du bør spørje om. Sei det som det er, og la kundebehandlaren leie deg.',
      'You have never had anything like this and do not know what to ask. Say so, and let the agent lead you.',
    ),
  },
  {
    id: 'changesMind',
    title: say('Hvis jeg ombestemmer meg', 'Om eg ombestemmer meg', 'If I change my mind'),
    briefing: say(
      'Du har nesten bestemt deg, men planene dine kan endre seg. Spør hva du kan gjøre om etterpå, hvor lenge, og hvordan det gjøres.',
      'Du har nesten bestemt deg, men planane dine kan endre seg. Spør kva du kan gjere om etterpå, kor lenge, og korleis det blir gjort.',
      'You have almost decided, but your plans may change. Ask what can be changed afterwards, for how long, and how.',
    ),
  },
  {
    id: 'howSoon',
    title: say('Hvor fort går det?', 'Kor fort går det?', 'How soon?'),
    briefing: say(
      'Du har dårlig tid og trenger det på plass innen to uker. Spør hva som er mulig, hva som kan forsinke det, og hva du kan gjøre nå.',
      'Du har dårleg tid og treng det på plass innan to veker. Spør kva som er mogleg, kva som kan forseinke det, og kva du kan gjere no.',
      'You are short of time and need it in place within two weeks. Ask what is possible, what may delay it, and what you can do now.',
    ),
  },
  {
    id: 'somethingWrong',
    title: say('Hvis noe går galt', 'Om noko går gale', 'If something goes wrong'),
    briefing: say(
      'Du hadde en dårlig opplevelse et annet sted og vil vite hva som skjer her hvis noe går galt. Spør hvem som hjelper, når, og hva du kan vente deg.',
      'Du hadde ei dårleg oppleving ein annan stad og vil vite kva som skjer her om noko går gale. Spør kven som hjelper, når, og kva du kan vente deg.',
      'You had a bad experience elsewhere and want to know what happens here if something goes wrong. Ask who helps, when, and what you can expect.',
    ),
  },
  {
    id: 'household',
    title: say('Vi blir flere', 'Vi blir fleire', 'Our household is growing'),
    briefing: say(
      'Husholdningen din vokser fra to til fire. Spør hva du bør velge da, og om det kan endres senere.',
      'Hushaldet ditt veks frå to til fire. Spør kva du bør velje då, og om det kan endrast seinare.',
      'Your household is growing from two to four. Ask what you should choose then, and whether it can be changed later.',
    ),
  },
  {
    id: 'preparations',
    title: say('Hva må jeg ha klart?', 'Kva må eg ha klart?', 'What do I need to have ready?'),
    briefing: say(
      'Du vil bli kunde, men vil ikke møte overraskelser. Spør hva du må ha klart på forhånd, hva de trenger å vite om deg, og hvorfor.',
      'Du vil bli kunde, men vil ikkje møte overraskingar. Spør kva du må ha klart på førehand, kva dei treng å vite om deg, og kvifor.',
      'You want to become a customer without surprises. Ask what you must have ready beforehand, what they need to know about you, and why.',
    ),
  },
  {
    id: 'comingHome',
    title: say('Hjem fra utlandet', 'Heim frå utlandet', 'Home from abroad'),
    briefing: say(
      'Du flytter hjem til Norge etter noen år ute og har mistet oversikten. Spør hva du må ordne først, og hva som kan vente.',
      'Du flyttar heim til Noreg etter nokre år ute og har mista oversikta. Spør kva du må ordne først, og kva som kan vente.',
      'You are moving home to Norway after some years abroad and have lost track. Ask what to arrange first, and what can wait.',
    ),
  },
  {
    id: 'greener',
    title: say('Et mer miljøvennlig valg', 'Eit meir miljøvenleg val', 'A greener choice'),
    briefing: say(
      'Du vil velge mer miljøvennlig, men er usikker på hva som faktisk hjelper. Spør hva de anbefaler for deg, og hvorfor.',
      'Du vil velje meir miljøvenleg, men er usikker på kva som faktisk hjelper. Spør kva dei tilrår for deg, og kvifor.',
      'You want a greener choice but are unsure what really helps. Ask what they recommend for you, and why.',
    ),
  },
  {
    id: 'readButUnsure',
    title: say('Lest, men ikke forstått', 'Lese, men ikkje forstått', 'Read, but not understood'),
    briefing: say(
      'Du har lest om det viktigste tilbudet på nettsidene og sitter igjen med to ting du ikke forsto. Velg dem selv før du tar kontakt, og be om en forklaring.',
      'Du har lese om det viktigaste tilbodet på nettsidene og sit igjen med to ting du ikkje forstod. Vel dei sjølv før du tek kontakt, og be om ei forklaring.',
      'You have read about the main offer on the website and are left with two things you did not understand. Choose them before you make contact, and ask for an explanation.',
    ),
  },
  {
    id: 'easierToUse',
    title: say('Litt ekstra tilrettelegging', 'Litt ekstra tilrettelegging', 'A little extra help'),
    briefing: say(
      'Du ser dårlig og har vansker med liten skrift. Spør hvordan du kan være kunde uten å lese lange tekster på skjerm.',
      'Du ser dårleg og har vanskar med lita skrift. Spør korleis du kan vere kunde utan å lese lange tekstar på skjerm.',
      'You have poor sight and trouble with small print. Ask how you can be a customer without reading long texts on a screen.',
    ),
  },
]

export const referenceScenarios: ScenarioMethod[] = parts.map((scenario) => ({
  ...scenario,
  classes: [],
  channels: ['phone', 'email', 'chat', 'messenger'],
}))
