/** What invented observers write: a few plain sentences for each area, after how the contact went. */
import type { Random } from '../kernel/random.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import type { Comments } from '../measure/fieldwork/contract.ts'

type Tone = 'good' | 'middling' | 'poor'

const openings: Readonly<Record<Tone, readonly string[]>> = {
  good: [
    'Jeg følte meg sett med en gang',
    'Hyggelig og tydelig fra første stund',
    'Rett fram og vennlig',
    'Varm tone hele veien',
  ],
  middling: [
    'Høflig, men litt på avstand',
    'Helt greit mottatt',
    'Korrekt, uten noe ekstra',
    'Litt travel tone, men hyggelig',
  ],
  poor: [
    'Kort og avvisende',
    'Jeg måtte dra samtalen selv',
    'Det virket som jeg forstyrret',
    'Lite interesse for det jeg spurte om',
  ],
}

const middles: Readonly<Record<Tone, readonly string[]>> = {
  good: [
    'spurte hva jeg skulle bruke det til før forslaget kom',
    'forklarte forskjellen så jeg forstod den',
    'fant en løsning jeg ikke hadde tenkt på',
    'oppsummerte hva vi var blitt enige om',
  ],
  middling: [
    'svarte på det jeg spurte om, men ikke mer',
    'måtte sjekke litt, men fant fram',
    'ga riktig svar uten å spørre om behovet',
    'viste til nettsiden for resten',
  ],
  poor: [
    'ba meg lese på nettsiden',
    'svarte på noe annet enn jeg spurte om',
    'kunne ikke forklare hva som skiller tilbudene',
    'avsluttet før jeg hadde fått svar',
  ],
}

const endings: Readonly<Record<Tone, readonly string[]>> = {
  good: [
    'Jeg ville valgt dem.',
    'Her var det lett å bli kunde.',
    'Godt håndverk.',
    'Jeg satt igjen med et klart svar.',
  ],
  middling: [
    'Greit nok.',
    'Jeg måtte tenke videre selv.',
    'Kunne vært litt mer engasjert.',
    'Ingen grunn til å klage.',
  ],
  poor: [
    'Jeg ville lett videre et annet sted.',
    'Jeg fikk ikke hjelp.',
    'Det var lite å bygge på.',
    'Skuffende.',
  ],
}

/** A comment for each field of the form; nobody is named in them. */
export function commentsFor(method: EditionMethod, quality: number, random: Random): Comments {
  const tone: Tone = quality > 0.7 ? 'good' : quality > -0.4 ? 'middling' : 'poor'
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const sentence = () =>
    `${pick(openings[tone])}. Kundebehandleren ${pick(middles[tone])}. ${pick(endings[tone])}`
  return Object.fromEntries(method.comments.map(({ id }) => [id, sentence()]))
}
