/** What invented observers write: a few plain sentences for each field, after how the contact went. */
import type { Random } from '../kernel/random.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import type { Comments } from '../measure/fieldwork/contract.ts'

type Tone = 'good' | 'middling' | 'poor'
type Sayings = Readonly<Record<Tone, readonly string[]>>

const first: Sayings = {
  good: [
    'Jeg følte meg sett med en gang',
    'Hyggelig og tydelig fra første stund',
    'Rett fram og vennlig',
    'Varm tone hele veien',
    'Presenterte seg og tok seg god tid',
    'Kort ventetid og en blid hilsen',
    'Her var det lett å komme til rett sted',
    'Rolig, ryddig og imøtekommende',
    'Jeg ble møtt med ekte interesse',
    'Lun humor og god flyt',
  ],
  middling: [
    'Høflig, men litt på avstand',
    'Helt greit mottatt',
    'Korrekt, uten noe ekstra',
    'Litt travel tone, men hyggelig',
    'Kom fort til saken',
    'Vennlig nok, litt innøvd',
    'Navnet kom først da jeg spurte',
    'Grei start, så ble det litt stille',
    'Ble satt over én gang før jeg kom fram',
    'Formell, men ikke ubehagelig',
  ],
  poor: [
    'Kort og avvisende',
    'Jeg måtte dra samtalen selv',
    'Det virket som jeg forstyrret',
    'Lite interesse for det jeg spurte om',
    'Ingen hilsen, bare et spørsmål om kundenummer',
    'Jeg ble avbrutt flere ganger',
    'Sukket høyt da jeg spurte en gang til',
    'Svaret virket klippet og limt',
    'Usikker fra start',
    'Jeg fikk følelsen av å være en sak i køen',
  ],
}

const middle: Sayings = {
  good: [
    'spurte hva jeg skulle bruke det til, før forslaget kom',
    'forklarte forskjellen så jeg forsto den',
    'fant en løsning jeg ikke hadde tenkt på',
    'oppsummerte hva vi var blitt enige om',
    'regnet ut hva det ville bety for meg',
    'advarte mot et valg som ikke passet',
    'sendte en lenke mens vi snakket',
    'sjekket at jeg hadde forstått',
    'kjente faget ut og inn',
    'tilbød seg å følge opp dagen etter',
  ],
  middling: [
    'svarte på det jeg spurte om, men ikke mer',
    'måtte sjekke litt, men fant fram',
    'ga riktig svar uten å spørre om behovet',
    'viste til nettsiden for resten',
    'leste opp vilkårene nokså fort',
    'foreslo det samme som sto på forsiden',
    'kunne det vanlige, men ble usikker på unntakene',
    'glemte det siste spørsmålet mitt',
    'var hjelpsom når jeg først spurte',
    'rakk ikke å forklare hvorfor',
  ],
  poor: [
    'ba meg lese på nettsiden',
    'svarte på noe annet enn jeg spurte om',
    'kunne ikke forklare hva som skiller tilbudene',
    'avsluttet før jeg hadde fått svar',
    'gjettet, og sa det rett ut',
    'spurte aldri hva jeg trengte',
    'brukte ord jeg ikke forsto',
    'ga to svar som ikke stemte overens',
    'viste til en kollega som ikke var på jobb',
    'la skylden på systemet',
  ],
}

const last: Sayings = {
  good: [
    'Jeg ville valgt dem.',
    'Her var det lett å bli kunde.',
    'Godt håndverk.',
    'Jeg satt igjen med et klart svar.',
    'Bedre enn jeg hadde ventet.',
    'Slik vil jeg bli møtt.',
    'Jeg kommer gjerne tilbake.',
    'Alt falt på plass på få minutter.',
  ],
  middling: [
    'Greit nok.',
    'Jeg måtte tenke videre selv.',
    'Kunne vært litt mer engasjert.',
    'Ingen grunn til å klage.',
    'Jeg fikk svar, men ingen hjelp til å velge.',
    'Midt på treet.',
    'Det manglet litt for at jeg skulle bestemme meg.',
    'Jeg ville nok sammenlignet med andre først.',
  ],
  poor: [
    'Jeg ville lett videre et annet sted.',
    'Jeg fikk ikke hjelp.',
    'Det var lite å bygge på.',
    'Skuffende.',
    'Her mistet de en kunde.',
    'Jeg la på uten svar.',
    'Jeg ville ikke anbefalt dem til noen.',
    'Det føltes som bortkastet tid.',
  ],
}

/** One comment in this many is another's over again, for the review's rule to find. */
const copiesAmong = 60

/** A comment for each field of the form; nobody is named in them. */
export function commentsFor(method: EditionMethod, quality: number, random: Random): Comments {
  const tone: Tone = quality > 0.7 ? 'good' : quality > -0.4 ? 'middling' : 'poor'
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const sentence = () => {
    if (random() < 1 / copiesAmong)
      return `${first[tone][0]}. Kundebehandleren ${middle[tone][0]}. ${last[tone][0]}`
    const and = random() < 0.5 ? ` og ${pick(middle[tone])}` : ''
    return `${pick(first[tone])}. Kundebehandleren ${pick(middle[tone])}${and}. ${pick(last[tone])}`
  }
  return Object.fromEntries(method.comments.map(({ id }) => [id, sentence()]))
}
