/** What was written on both sides of the invented written contacts, as an observer pastes it. Nobody in it exists. */
import type { Random } from '../kernel/random.ts'
import type { ChannelId } from '../measure/edition/contract.ts'

type WrittenChannel = Exclude<ChannelId, 'phone'>

const agents = [
  'Ingvild Haugsdal',
  'Jonas Brekke',
  'Samira Noor',
  'Kjersti Moldestad',
  'Tor Arne Vik',
  'Ánne Somby',
  'Piotr Zielak',
  'Marthe Lunde',
  'Emil Røstad',
  'Hodan Warsame',
] as const

const openings = [
  'Hei! Jeg vurderer å bytte til dere og lurer på hva som passer best for oss.',
  'Hei, vi er to voksne og to barn. Hva anbefaler dere, og hva koster det i måneden?',
  'Hei. Jeg flytter i mars og vil gjerne vite hva jeg må gjøre for å bli kunde hos dere.',
  'God dag! Kan dere forklare forskjellen på de to variantene på nettsiden?',
  'Hei, jeg har lest vilkårene, men skjønner ikke helt hvor lenge jeg binder meg. Kan dere hjelpe?',
  'Hei! Jeg trenger noe som er i orden til neste uke. Er det mulig hos dere?',
] as const

const questions = [
  'Hvor mye bruker dere i dag, omtrent?',
  'Er det viktigst for deg med lav pris eller at du kan si opp når du vil?',
  'Kan jeg spørre hva du har nå, og hva du savner ved det?',
  'Hvor mange er dere som skal bruke det?',
] as const

const replies = [
  'Da ville jeg valgt den enkleste varianten. Den kan du endre når som helst uten at det koster noe.',
  'For dere lønner det seg å ta den største pakken: 60 kroner mer i måneden, men da slipper du å følge med.',
  'Du finner alt om priser på nettsiden vår.',
  'Forskjellen er bindingstiden. Den rimeligste binder deg i tolv måneder, den andre ikke i det hele tatt.',
  'Det ordner vi. Bestiller du innen fredag, er det klart mandag morgen, og du får melding underveis.',
  'Takk for at du tar kontakt. Vi har dessverre ikke mulighet til å gi råd om dette, men se gjerne på nettsiden.',
] as const

const endings = [
  'Bare si fra om det er noe mer.',
  'Vil du at jeg sender deg et tilbud på dette?',
  'Svarte det på det du lurte på?',
  'Ønsker deg en fin dag videre!',
  'Velkommen som kunde om du bestemmer deg.',
] as const

const thanks = [
  'Tusen takk, da tenker jeg på det.',
  'Takk for hjelpen!',
  'Supert, takk skal du ha.',
  'Ok, takk.',
] as const

/**
 * The conversation of an answered contact; nothing for a telephone call. The employees sign with invented names,
 * which a participant never sees.
 */
export function transcriptFor(channel: ChannelId, random: Random): string | null {
  if (channel === 'phone') return null
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const said = { agent: pick(agents), opening: pick(openings), reply: pick(replies), ending: pick(endings) }
  return written[channel]({ ...said, question: pick(questions), thanks: pick(thanks) })
}

type Said = {
  readonly agent: string
  readonly opening: string
  readonly question: string
  readonly reply: string
  readonly ending: string
  readonly thanks: string
}

const firstName = (name: string) => name.split(' ')[0]!

const written: Readonly<Record<WrittenChannel, (said: Said) => string>> = {
  email: ({ agent, opening, reply, ending }) =>
    `Fra: meg\n\n${opening}\n\n---\n\nHei!\n\n${reply}\n\n${ending}\n\nMed vennlig hilsen\n${agent}\nKundeservice`,
  chat: ({ agent, opening, question, reply, ending, thanks }) =>
    [
      'Du snakker nå med kundeservice.',
      `${firstName(agent)}: Hei, du snakker med ${firstName(agent)}. Hva kan jeg hjelpe deg med?`,
      `Meg: ${opening}`,
      `${firstName(agent)}: ${question}`,
      'Meg: Vet ikke helt. Vi bruker vel omtrent som folk flest.',
      `${firstName(agent)}: ${reply}`,
      `${firstName(agent)}: ${ending}`,
      `Meg: ${thanks}`,
    ].join('\n'),
  messenger: ({ agent, opening, reply, ending, thanks }) =>
    `Meg: ${opening}\n\nSvar: Hei 😊 ${reply} ${ending} Hilsen ${firstName(agent)}\n\nMeg: ${thanks}`,
}
