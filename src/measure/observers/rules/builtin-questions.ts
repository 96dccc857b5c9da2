/**
 * The built-in briefing test: what an observer must know before the first contact. Where a figure occurs it is the
 * edition's own, and a question about a channel is asked only where the edition has it.
 */
import type { Localized } from '../../../kernel/localized.ts'
import type { ChannelId, ChannelMethod, EditionMethod } from '../../edition/contract.ts'
import type { BriefingQuestion } from '../contract.ts'

type TestMethod = Pick<EditionMethod, 'channels'>

function say(nb: string, nn: string, en: string): Localized {
  return { nb, nn, en }
}

/** The texts of a question; `right` is the place of the right option. */
type Draft = {
  readonly id: string
  readonly text: Localized
  readonly options: readonly Localized[]
  readonly right: number
  readonly why: Localized
}

/** @example builtInQuestions(referenceMethod).length // 14 */
export function builtInQuestions(method: TestMethod): readonly BriefingQuestion[] {
  const channel = (id: ChannelId) => method.channels.find((one) => one.id === id)
  const phone = channel('phone')
  const email = channel('email')
  const chat = channel('chat')
  const messenger = channel('messenger')
  const drafts = [
    ...(phone ? [unansweredCall(phone), callBack] : []),
    ...(chat ? [chatbot] : []),
    ...(email ? [sendingTime(email), ...deadlineQuestions(email), acknowledgement] : []),
    ...(messenger ? lateMessage(messenger) : []),
    customer,
    recording,
    identity,
    names,
    clockStart,
    blank,
  ]
  return drafts.map(toQuestion)
}

function toQuestion({ id, text, options, right, why }: Draft): BriefingQuestion {
  return {
    id,
    text,
    why,
    options: options.map((option, index) => ({
      id: `${id}${index + 1}`,
      text: option,
      isRight: index === right,
    })),
  }
}

function unansweredCall({ protocol: { wait, attempts } }: ChannelMethod): Draft {
  const again = attempts > 1
  return {
    id: 'unansweredCall',
    text: say(
      `Du har ventet i ${wait} minutter på telefonen uten at et menneske har svart. Hva gjør du?`,
      `Du har venta i ${wait} minutt på telefonen utan at eit menneske har svart. Kva gjer du?`,
      `You have waited ${wait} minutes on the phone and no person has answered. What do you do?`,
    ),
    options: [
      say('Ringer opp igjen med en gang', 'Ringjer opp att med ein gong', 'Call again at once'),
      again
        ? say(
            'Avslutter forsøket og prøver igjen en annen dag',
            'Avsluttar forsøket og prøver igjen ein annan dag',
            'End the attempt and try again on another day',
          )
        : say('Avslutter forsøket', 'Avsluttar forsøket', 'End the attempt'),
      say('Venter til noen svarer', 'Ventar til nokon svarer', 'Wait until somebody answers'),
    ],
    right: 1,
    why: again
      ? say(
          `Alle skal få like lang tid på seg: ${wait} minutter i hvert av ${attempts} forsøk, på forskjellige dager. Svarer ingen da heller, er henvendelsen ubesvart.`,
          `Alle skal få like lang tid på seg: ${wait} minutt i kvart av ${attempts} forsøk, på ulike dagar. Svarer ingen då heller, er førespurnaden utan svar.`,
          `Everybody gets the same time: ${wait} minutes in each of ${attempts} attempts, on different days. If nobody answers then either, the contact is unanswered.`,
        )
      : say(
          `Alle skal få like lang tid på seg: ${wait} minutter. Svarer ingen da, er henvendelsen ubesvart.`,
          `Alle skal få like lang tid på seg: ${wait} minutt. Svarer ingen då, er førespurnaden utan svar.`,
          `Everybody gets the same time: ${wait} minutes. If nobody answers by then, the contact is unanswered.`,
        ),
  }
}

const callBack: Draft = {
  id: 'callBack',
  text: say(
    'En stemme i køen tilbyr å ringe deg opp. Hva gjør du?',
    'Ei røyst i køen tilbyr å ringje deg opp. Kva gjer du?',
    'A voice in the queue offers to call you back. What do you do?',
  ),
  options: [
    say(
      'Noterer at det ble tilbudt, og blir stående i køen',
      'Noterer at det vart tilbode, og blir ståande i køen',
      'Note that it was offered, and stay in the queue',
    ),
    say('Takker ja når køen er lang', 'Takkar ja når køen er lang', 'Accept when the queue is long'),
    say('Legger på og ringer senere', 'Legg på og ringjer seinare', 'Hang up and call later'),
  ],
  right: 0,
  why: say(
    'Tilbudet skal noteres, men aldri brukes. Ellers er ventetiden ikke til å sammenligne, og noen må ringe et nummer som avslører deg.',
    'Tilbodet skal noterast, men aldri brukast. Elles kan ikkje ventetida samanliknast, og nokon må ringje eit nummer som avslører deg.',
    'The offer is noted and never used. Otherwise waiting times cannot be compared, and somebody must call a number that gives you away.',
  ),
}

const chatbot: Draft = {
  id: 'chatbot',
  text: say(
    'I chatten får du straks «Hei, hva kan jeg hjelpe med?» fra en robot. Hva melder du på klokka?',
    'I chatten får du straks «Hei, kva kan eg hjelpe med?» frå ein robot. Kva melder du på klokka?',
    'In the chat a robot at once says “Hi, how can I help?”. What do you tell the clock?',
  ),
  options: [
    say('At jeg har fått svar', 'At eg har fått svar', 'That I have been answered'),
    say('Ingenting; det teller ikke', 'Ingenting; det tel ikkje', 'Nothing; it does not count'),
    say(
      'At det kom et automatisk svar, og jeg venter videre',
      'At det kom eit automatisk svar, og eg ventar vidare',
      'That there was an automatic reply, and I go on waiting',
    ),
  ],
  right: 2,
  why: say(
    'En hilsen fra en robot er ikke et svar. Begge tidspunktene lagres: det første automatiske svaret og det første fra et menneske.',
    'Ei helsing frå ein robot er ikkje eit svar. Begge tidspunkta blir lagra: det første automatiske svaret og det første frå eit menneske.',
    'A greeting from a robot is not an answer. Both times are kept: the first automatic reply and the first from a person.',
  ),
}

function sendingTime({ window: { from, to } }: ChannelMethod): Draft {
  const [fromNb, toNb] = [from.replace(':', '.'), to.replace(':', '.')]
  return {
    id: 'sendingTime',
    text: say(
      'Når skal en e-post eller et kontaktskjema sendes?',
      'Når skal ein e-post eller eit kontaktskjema sendast?',
      'When is an e-mail or a contact form sent?',
    ),
    options: [
      say(
        'Når som helst på den planlagte dagen',
        'Når som helst på den planlagde dagen',
        'At any time on the planned day',
      ),
      say(
        `På en hverdag mellom ${fromNb} og ${toNb}`,
        `På ein kvardag mellom ${fromNb} og ${toNb}`,
        `On a weekday between ${from} and ${to}`,
      ),
      say(
        'Om kvelden, så den ligger først',
        'Om kvelden, så han ligg først',
        'In the evening, so that it lies first',
      ),
    ],
    right: 1,
    why: say(
      `Alle må få like mye av sendedagen til å svare. Derfor sendes den mellom ${fromNb} og ${toNb} på en hverdag, aldri på en helligdag.`,
      `Alle må få like mykje av sendedagen til å svare. Derfor blir han send mellom ${fromNb} og ${toNb} på ein kvardag, aldri på ein heilagdag.`,
      `Everybody must have the same part of the sending day to answer. So it is sent between ${from} and ${to} on a weekday, never on a public holiday.`,
    ),
  }
}

const weekdays = [
  say('mandag', 'måndag', 'Monday'),
  say('tirsdag', 'tysdag', 'Tuesday'),
  say('onsdag', 'onsdag', 'Wednesday'),
  say('torsdag', 'torsdag', 'Thursday'),
  say('fredag', 'fredag', 'Friday'),
] as const

/** The weekday on which the waiting ends; the sending day is the first. Weeks without holidays. */
function dueWeekday(sent: number, wait: number): Localized {
  return weekdays[(sent + wait - 1) % weekdays.length]!
}

function deadlineQuestions({ protocol }: ChannelMethod): Draft[] {
  if (protocol.unit !== 'workingDays') return []
  return [deadlineFrom(0, 'deadlineMonday', protocol.wait), deadlineFrom(4, 'deadlineFriday', protocol.wait)]
}

function deadlineFrom(sent: number, id: string, wait: number): Draft {
  const day = weekdays[sent]!
  const due = dueWeekday(sent, wait)
  const wrong = [dueWeekday(sent, wait + 1), dueWeekday(sent, wait + 2)]
  const end = (one: Localized) =>
    say(
      `${capital(one.nb)} ved dagens slutt`,
      `${capital(one.nn)} når dagen er slutt`,
      `At the end of ${one.en}`,
    )
  const options =
    sent === 0 ? [end(wrong[0]!), end(due), end(wrong[1]!)] : [end(due), end(wrong[1]!), end(wrong[0]!)]
  return {
    id,
    text: say(
      `Du sender e-posten ${day.nb} formiddag i en vanlig uke. Når er fristen for å svare ute?`,
      `Du sender e-posten ${day.nn} føremiddag i ei vanleg veke. Når er fristen for å svare ute?`,
      `You send the e-mail on ${day.en} morning in an ordinary week. When is the time to answer over?`,
    ),
    options,
    right: options.findIndex((option) => option.nb === end(due).nb),
    why: say(
      `Fristen er ${wait} virkedager, og sendedagen er den første. Helger og helligdager teller ikke.`,
      `Fristen er ${wait} yrkedagar, og sendedagen er den første. Helger og heilagdagar tel ikkje.`,
      `The time is ${wait} working days, and the sending day is the first. Weekends and public holidays do not count.`,
    ),
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const acknowledgement: Draft = {
  id: 'acknowledgement',
  text: say(
    'Du får straks «Takk for henvendelsen, vi svarer så fort vi kan». Er e-posten besvart?',
    'Du får straks «Takk for førespurnaden, vi svarer så fort vi kan». Er e-posten svart på?',
    'You at once get “Thank you for your message, we will answer as soon as we can”. Is the e-mail answered?',
  ),
  options: [
    say('Ja, de har svart', 'Ja, dei har svart', 'Yes, they have answered'),
    say(
      'Nei, først når et menneske svarer på spørsmålet',
      'Nei, først når eit menneske svarer på spørsmålet',
      'No, only when a person answers the question',
    ),
    say(
      'Bare hvis den er på over to linjer',
      'Berre viss han er på over to linjer',
      'Only if it has more than two lines',
    ),
  ],
  right: 1,
  why: say(
    'En automatisk kvittering er ikke et svar. Meld den som automatisk svar og vent videre.',
    'Ei automatisk kvittering er ikkje eit svar. Meld henne som automatisk svar og vent vidare.',
    'An automatic acknowledgement is not an answer. Note it as an automatic reply and go on waiting.',
  ),
}

function lateMessage({ protocol }: ChannelMethod): Draft[] {
  if (protocol.unit !== 'minutes' || !protocol.openBetweenAttempts) return []
  const { wait } = protocol
  return [
    {
      id: 'lateMessage',
      text: say(
        `På Messenger er ${wait} minutter gått uten svar. En time senere svarer de. Hva gjør du?`,
        `På Messenger er ${wait} minutt gått utan svar. Ein time seinare svarer dei. Kva gjer du?`,
        `On Messenger ${wait} minutes have passed without an answer. An hour later they answer. What do you do?`,
      ),
      options: [
        say(
          'Melder svaret på klokka; det er et svar mellom forsøkene',
          'Melder svaret på klokka; det er eit svar mellom forsøka',
          'Tell the clock; it is an answer between the attempts',
        ),
        say('Overser svaret', 'Ser bort frå svaret', 'Ignore the answer'),
        say(
          'Sletter tråden og begynner på nytt',
          'Slettar tråden og byrjar på nytt',
          'Delete the thread and begin anew',
        ),
      ],
      right: 0,
      why: say(
        'Tråden står åpen til det andre forsøket. Et svar imellom gir noe, men mindre enn et raskt svar.',
        'Tråden står open til det andre forsøket. Eit svar imellom gir noko, men mindre enn eit raskt svar.',
        'The thread stays open until the second attempt. An answer in between earns something, but less than a fast one.',
      ),
    },
  ]
}

const customer: Draft = {
  id: 'customer',
  text: say(
    'Du får en henvendelse til et selskap der du selv er kunde. Hva gjør du?',
    'Du får ein førespurnad til eit selskap der du sjølv er kunde. Kva gjer du?',
    'You get a contact with a company where you are a customer yourself. What do you do?',
  ),
  options: [
    say(
      'Gjør den, men bruker et annet navn',
      'Gjer han, men bruker eit anna namn',
      'Make it, but use another name',
    ),
    say(
      'Gjør den og skriver det i kommentaren',
      'Gjer han og skriv det i kommentaren',
      'Make it and say so in the comment',
    ),
    say(
      'Melder fra på «Min side» og lar en annen gjøre den',
      'Melder frå på «Mi side» og lèt ein annan gjere han',
      'Tell it on “My page” and let somebody else make it',
    ),
  ],
  right: 2,
  why: say(
    'Observatøren er alltid en mulig ny kunde, aldri en som er kjent fra før. Det samme gjelder der du jobber, har jobbet eller kjenner noen godt.',
    'Observatøren er alltid ein mogleg ny kunde, aldri ein som er kjend frå før. Det same gjeld der du arbeider, har arbeidd eller kjenner nokon godt.',
    'An observer is always a possible new customer, never one they know. The same goes for where you work, have worked or are close to somebody.',
  ),
}

const recording: Draft = {
  id: 'recording',
  text: say(
    'Kan du ta opp telefonsamtalen for å huske den bedre?',
    'Kan du ta opp telefonsamtalen for å hugse han betre?',
    'May you record the call to remember it better?',
  ),
  options: [
    say('Nei, aldri', 'Nei, aldri', 'No, never'),
    say(
      'Ja, når jeg sletter opptaket etterpå',
      'Ja, når eg slettar opptaket etterpå',
      'Yes, if I delete the recording afterwards',
    ),
    say('Ja, hvis jeg ikke deler det', 'Ja, viss eg ikkje deler det', 'Yes, if I do not share it'),
  ],
  right: 0,
  why: say(
    'Samtaler tas aldri opp. Noter stikkord underveis og fyll ut skjemaet med en gang.',
    'Samtalar blir aldri tekne opp. Noter stikkord undervegs og fyll ut skjemaet med ein gong.',
    'Calls are never recorded. Jot down key words and fill in the form at once.',
  ),
}

const identity: Draft = {
  id: 'identity',
  text: say(
    'Du blir bedt om fødselsnummer for å få et tilbud. Hva gjør du?',
    'Du blir beden om fødselsnummer for å få eit tilbod. Kva gjer du?',
    'You are asked for your national identity number to get an offer. What do you do?',
  ),
  options: [
    say('Finner på et', 'Finn på eit', 'Make one up'),
    say(
      'Sier at jeg vil tenke på det, og avslutter høflig',
      'Seier at eg vil tenkje på det, og avsluttar høfleg',
      'Say that I would like to think about it, and end politely',
    ),
    say('Oppgir mitt eget', 'Gir opp mitt eige', 'Give my own'),
  ],
  right: 1,
  why: say(
    'Du skal ikke inngå avtaler og ikke oppgi noe som binder deg. Det du fikk vite til da, er nok til skjemaet.',
    'Du skal ikkje gjere avtalar og ikkje gi opp noko som bind deg. Det du fekk vite til då, er nok til skjemaet.',
    'You make no agreements and give nothing that binds you. What you learnt until then is enough for the form.',
  ),
}

const names: Draft = {
  id: 'names',
  text: say(
    'Kundebehandleren presenterte seg med fullt navn. Hva skriver du i kommentaren?',
    'Kundebehandlaren presenterte seg med fullt namn. Kva skriv du i kommentaren?',
    'The agent gave a full name. What do you write in the comment?',
  ),
  options: [
    say('Hele navnet', 'Heile namnet', 'The whole name'),
    say('Bare fornavnet', 'Berre førenamnet', 'Only the first name'),
    say('«Kundebehandleren»', '«Kundebehandlaren»', '“The agent”'),
  ],
  right: 2,
  why: say(
    'Undersøkelsen måler kundeservicen, ikke enkeltpersoner. Kryss av for at navnet ble sagt, men skriv det ikke.',
    'Undersøkinga måler kundeservicen, ikkje enkeltpersonar. Kryss av for at namnet vart sagt, men skriv det ikkje.',
    'The survey measures the service, not individuals. Tick that the name was given, but do not write it.',
  ),
}

const clockStart: Draft = {
  id: 'clockStart',
  text: say('Når starter du klokka?', 'Når startar du klokka?', 'When do you start the clock?'),
  options: [
    say('I det jeg ringer eller sender', 'I det eg ringjer eller sender', 'The moment I call or send'),
    say('Når menyen er ferdig', 'Når menyen er ferdig', 'When the menu is over'),
    say('Når et menneske svarer', 'Når eit menneske svarer', 'When a person answers'),
  ],
  right: 0,
  why: say(
    'Ventetiden er kundens ventetid, med menyer og musikk. Klokka måler den; hukommelsen gjør det ikke.',
    'Ventetida er ventetida til kunden, med menyar og musikk. Klokka måler henne; minnet gjer det ikkje.',
    'Waiting is the customer’s waiting, with menus and music. The clock measures it; memory does not.',
  ),
}

const blank: Draft = {
  id: 'blank',
  text: say(
    'Et spørsmål i skjemaet passet ikke til samtalen. Hva gjør du?',
    'Eit spørsmål i skjemaet passa ikkje til samtalen. Kva gjer du?',
    'A question in the form did not fit the conversation. What do you do?',
  ),
  options: [
    say('Lar det stå tomt', 'Lèt det stå tomt', 'Leave it blank'),
    say('Velger det laveste svaret', 'Vel det lågaste svaret', 'Choose the lowest answer'),
    say('Velger «ikke aktuelt»', 'Vel «ikkje aktuelt»', 'Choose “not applicable”'),
  ],
  right: 2,
  why: say(
    '«Ikke aktuelt» tar spørsmålet ut av regnestykket. Et tomt svar stopper godkjenningen, og et lavt svar er en dom.',
    '«Ikkje aktuelt» tek spørsmålet ut av reknestykket. Eit tomt svar stoppar godkjenninga, og eit lågt svar er ein dom.',
    '“Not applicable” takes the question out of the sum. A blank answer stops the approval, and a low one is a verdict.',
  ),
}
