/** Bokmål put in other words: nynorsk, and two ways of writing as one speaks. Word by word, as people's own are. */
import type { Random } from '../../../kernel/random.ts'

type Words = ReadonlyMap<string, string>

const table = (pairs: string): Words =>
  new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('=') as [string, string])
      .map(([from, to]) => [from, to.replaceAll('_', ' ')]),
  )

const nynorsk = table(`
  ikke=ikkje jeg=eg meg=meg hva=kva hvor=kvar hvorfor=kvifor hvordan=korleis hvem=kven hvilken=kva hvilke=kva
  når=når noe=noko noen=nokon fra=frå en=ein et=eit til=til være=vere vært=vore er=er ble=vart blir=blir bli=bli
  kommer=kjem skal=skal kunne=kunne dere=de deres=dykkar vi=vi oss=oss min=min mitt=mitt mine=mine
  regningen=rekninga regning=rekning regninga=rekninga regninger=rekningar regningene=rekningane
  straumregningen=straumrekninga straumregninga=straumrekninga straumregning=straumrekning straummen=straumen
  straumbrudd=straumbrot straumbruddet=straumbrotet straumstøtten=straumstøtta straummåleren=straummålaren
  straummåler=straummålar straumleverandør=straumleverandør
  måleren=målaren måler=målar målerbytte=målarbyte målerstanden=målarstanden målerstand=målarstand
  fakturaen=fakturaen fakturaer=fakturaar nettleien=nettleiga nettleie=nettleige nettleia=nettleiga
  avtalen=avtalen betale=betale betaler=betaler betalt=betalt betalte=betalte høy=høg høyere=høgare høyt=høgt
  mye=mykje mer=meir mindre=mindre måned=månad måneden=månaden måneder=månader uke=veke uken=veka uker=veker
  nå=no også=også etter=etter før=før hver=kvar hvert=kvart siden=sidan igjen=igjen likevel=likevel
  gjør=gjer gjøre=gjere gjort=gjort skjedd=skjedd får=får fått=fått fikk=fekk har=har hadde=hadde
  flytter=flyttar flytte=flytte flyttet=flytta melder=melder endre=endre endrer=endrar endret=endra bestilte=bestilte
  bytte=byte byttet=bytta venter=ventar ventet=venta virker=verkar virke=verke virket=verka
  koster=kostar finner=finn lenger=lenger hjemme=heime hjelp=hjelp ønsker=ønskjer trenger=treng vil=vil
  se=sjå ser=ser sier=seier sa=sa kjøpt=kjøpt leier=leiger boligen=bustaden bolig=bustad leilighet=leilegheit
  leiligheten=leilegheita huset=huset hus=hus adresse=adresse ny=ny nytt=nytt gammel=gammal dyr=dyr dyrt=dyrt
  tilbake=tilbake mulig=mogleg umulig=umogleg riktig=rett virkelig=verkeleg vanlig=vanleg årsaken=årsaka
  forskjellen=skilnaden opplysninger=opplysningar åpner=opnar åpent=ope stenger=stengjer
  innlogget=innlogga logget=logga glemt=gløymt passordet=passordet montøren=montøren teknikeren=teknikaren
  erstatning=erstatning solceller=solceller selger=sel spare=spare bruke=bruke bruker=brukar brukt=brukt
  lese=lese leser=les sender=sender kan=kan svar=svar svare=svare takk=takk vennlig=venleg hilsen=helsing
  denne=denne dette=dette disse=desse bare=berre selv=sjølv mellom=mellom gjennom=gjennom annen=annan andre=andre
  sammen=saman samme=same ingen=ingen forrige=førre neste=neste tegne=teikne spørsmål=spørsmål
  vet=veit vite=vite lurer=lurer synes=synest tror=trur uten=utan hele=heile dobbelt=dobbelt
  henvendelsen=førespurnaden beklager=orsak nettsiden=nettsida siden_min=sida_mi tregt=tregt
`)

const trondersk = table(`
  ikke=itj jeg=æ meg=mæ hva=ka hvor=kor hvorfor=koffer hvordan=korsn hvem=kæm noe=nå noen=nån fra=fra dere=dåkk
  er=e regningen=regninga strømregningen=strømregninga mye=mykje høy=høg være=vær kommer=kjæm hele=heile ble=vart
  også=å nå=no deg=dæ måleren=målern skal=ska gjør=gjør hjemme=heim min=min
`)

const northern = table(`
  ikke=ikkje jeg=æ meg=mæ hva=ka hvor=kor hvorfor=koffer hvordan=korsen hvem=kem noe=nokka noen=nån fra=fra
  dere=dokker er=e mye=mykje høy=høg være=vær kommer=kjem hele=heile ble=blei nå=no skal=ska gjør=gjør deg=dæ
`)

const western = table(`
  ikke=ikkje jeg=eg hva=ka hvor=kor hvorfor=koffor hvordan=kossen hvem=kem noe=någe noen=någen dere=dåkker
  er=e mye=møje høy=høge kommer=komme hele=heila ble=blei nå=nå skal=ska
`)

export type Speech = 'nb' | 'nn' | 'trondersk' | 'northern' | 'western'

const tables: Readonly<Record<Speech, Words | null>> = { nb: null, nn: nynorsk, trondersk, northern, western }

/** Puts a bokmål text in other words; `share` of the words that can be are. */
export function inSpeech(
  text: string,
  speech: Speech,
  { share, random }: { readonly share: number; readonly random: Random },
): string {
  const words = tables[speech]
  if (words === null) return text
  const measured =
    speech === 'nn'
      ? text.replaceAll(/hvor (?=mye|lang|lenge|mange|fort)/gi, 'kor ').replaceAll(/strøm/g, 'straum')
      : text
  return measured.replaceAll(/[a-zæøå]+/gi, (word) => {
    const other = words.get(word.toLowerCase())
    if (other === undefined || (share < 1 && random() > share)) return word
    return word[0] === word[0]!.toLowerCase() ? other : other[0]!.toUpperCase() + other.slice(1)
  })
}
