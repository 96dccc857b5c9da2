/**
 * Bokmål and nynorsk for the same word. Only pairs that mean the same whatever the sentence; words that are also
 * common English words (me, no, so, dei) are left out, so that an English log is read as it stands.
 *
 * The pairs are those of the written standards (Bokmålsordboka and Nynorskordboka, Språkrådet) that occur most in
 * messages to a customer service. What follows from a rule (-leg/-lig, -heit/-het, kv-/hv-) is in `endings`.
 */
const pairs = `
ikkje ikke|inkje intet|kva hva|kven hvem|kvar hvor|korleis hvordan|korfor hvorfor|kvifor hvorfor
kor hvor|kvart hvert|kvens hvems|kvarandre hverandre|nokon noen|nokre noen|noko noe
nokolunde noenlunde|eg jeg|eit et|ein en|eitt ett|hjå hos|frå fra|berre bare|sjølv selv|sjølve selve
medan mens|utan uten|dykk dere|dykkar deres|deira deres|hennar hennes|desse disse|vere være
vera være|vore vært|vart ble|blei ble|blive blitt|verte bli|verta bli|gjere gjøre|gjera gjøre
gjer gjør|seie si|seia si|seier sier|fekk fikk|gjekk gikk|gjeve gitt|gjeven gitt|gje gi|gjev gir
gav ga|kome komme|koma komme|kjem kommer|komne kommet|komen kommet|sjå se|såg så|veit vet
kunna kunne|spørje spørre|spørja spørre|spurde spurte|høyre høre|høyra høre|høyrer hører|høyrt hørt
treng trenger|skreiv skrev|bryt bryter|finn finner|fann fant
funne funnet|vilje ville|rekning regning|rekninga regningen|rekningar regninger
rekningane regningene|rekningen regningen|regninga regningen|tidlegare tidligere|tidleg tidlig
seinare senere|sein sen|seint sent|meir mer|fleire flere|mykje mye|mogleg mulig|moglegheit mulighet
naudsynt nødvendig|heim hjem|heime hjemme|heimeside hjemmeside|heile hele|heil hel|heilt helt
veke uke|veka uken|vekene ukene|veker uker|uka uken|månad måned|månaden måneden|månader måneder
månadene månedene|månadleg månedlig|tal tall|talet tallet|tala tallene|namn navn|namnet navnet
dagar dager|dagane dagene|timar timer|laurdag lørdag|sundag søndag|måndag mandag|tysdag tirsdag
morgon morgen|då da|framleis fortsatt|enno ennå|endå enda|fyrst først|fyrste første|førre forrige
annan annen|attende tilbake|saman sammen|teneste tjeneste|tenesta tjenesten|tenester tjenester
tenestene tjenestene|kundeteneste kundetjeneste|brukarnamn brukernavn|brukar bruker
brukaren brukeren|kundar kunder|meldinga meldingen|meldingar meldinger|endringa endringen
endringar endringer|betalinga betalingen|utbetalinga utbetalingen|bestillinga bestillingen
tinging bestilling|tinga bestilte|tinge bestille|tingar bestiller|søknadar søknader|søkje søke
søkjer søker|avtala avtalen|avtalar avtaler|leveringa leveringen|straum strøm|straumen strømmen
straumbrot strømbrudd|straumrekning strømregning|straumpris strømpris|straumavtale strømavtale
vatn vann|vatnet vannet|veg vei|vegen veien|vegar veier|bustad bolig|bustaden boligen|leige leie
leiga leien|skule skole|skulen skolen|skular skoler|ungar barn|sjuk syk|sjuke syke
sjukemelding sykemelding|sjukmelding sykemelding|sjukepengar sykepenger|sjukehus sykehus|lækjar lege
pengar penger|pengane pengene|avgifta avgiften|oppseiing oppsigelse|sagd sagt|flyttar flytter
bilete bilde|biletet bildet|billettar billetter|reisa reisen|opningstid åpningstid
opningstider åpningstider|opne åpne|opnar åpner|stengd stengt|øydelagd ødelagt|øydelagt ødelagt
verkar virker|verke virke|lenkje lenke|lenkja lenken|lenka lenken|framgang fremgang|fram frem
framover fremover|døme eksempel|vona håpe|vonar håper|håpar håper|ynskje ønske|ynskjer ønsker
ønskjer ønsker|ønskje ønske|høgare høyere|høg høy|høgt høyt|høge høye|låg lav|lågare lavere
lågt lavt|låge lave|dyrare dyrere|svarar svarer|svara svarte|ringje ringe|ringjer ringer
ringde ringte|pakka pakken|pakkar pakker|pakkane pakkene|sendinga sendingen|nyleg nylig
eigentleg egentlig|eigen egen|eige eget|eigne egne|eigar eier|eig eier|difor derfor|dersom hvis
viss hvis|køyre kjøre|køyrer kjører|køyrde kjørte|køyrekort førerkort|førarkort førerkort
førar fører|byte bytte|bytt byttet|byter bytter|gløymt glemt|gløymde glemte|gløymer glemmer
gløyme glemme|mista mistet|misse miste|stadfeste bekrefte|stadfesta bekreftet
stadfesting bekreftelse|stadfestinga bekreftelsen|ferje ferge|ferja fergen|tilsett ansatt
tilsette ansatte|krev krever|krevje kreve|krevja kreve|auke øke|auka økt|aukar øker
prisauke prisøkning|renta renten|trygda trygden|forsikringa forsikringen|eigedom eiendom
eigedomen eiendommen|eigedomsskatt eiendomsskatt|bos søppel|vert blir
`

const equals: ReadonlyMap<string, string> = new Map(
  pairs
    .split(/[|\n]/)
    .map((pair) => pair.split(' '))
    .filter(({ length }) => length === 2)
    .map(([nynorsk, bokmal]) => [nynorsk!, bokmal!]),
)

/** Word forms that follow from a rule; the bokmål form must itself occur in the log before they are joined. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/legare$/, 'ligere'],
  [/legast$/, 'ligst'],
  [/lege$/, 'lige'],
  [/leg$/, 'lig'],
  [/heiter$/, 'heter'],
  [/heita$/, 'heten'],
  [/heit$/, 'het'],
  [/ingane$/, 'ingene'],
  [/ingar$/, 'inger'],
  [/inga$/, 'ingen'],
  [/arane$/, 'erne'],
  [/arar$/, 'ere'],
  [/aren$/, 'eren'],
  [/ane$/, 'ene'],
  [/ar$/, 'er'],
  [/a$/, 'en'],
  [/a$/, 'et'],
  [/a$/, 'e'],
  [/ane$/, 'er'],
]
const starts: readonly (readonly [RegExp, string])[] = [
  [/^kv/, 'hv'],
  [/^sjuk/, 'syk'],
  [/^straum/, 'strøm'],
  [/^heim/, 'hjem'],
  [/^veke/, 'uke'],
  [/^eige/, 'eie'],
  [/^vass/, 'vann'],
  [/^brukar/, 'bruker'],
]
/** Short words differ by one letter in every direction; rules would join what does not belong together. */
const leastLetters = 5

/**
 * Which form stands for a word in this log: the bokmål of the table, or the form of a rule when that one occurs.
 * `known` tells whether a word occurs in the log.
 *
 * @example const join = joinForms((word) => word === 'regninger'); join('rekningar') // 'regninger'
 */
export function joinForms(known: (word: string) => boolean): (word: string) => string {
  const remembered = new Map<string, string>()
  return (word) => {
    const before = remembered.get(word)
    if (before !== undefined) return before
    const joined = equals.get(word) ?? byRule(word, known) ?? word
    remembered.set(word, joined)
    return joined
  }
}

function byRule(word: string, known: (word: string) => boolean): string | undefined {
  if (word.length < leastLetters) return undefined
  for (const [start, other] of [[/^/, ''] as const, ...starts]) {
    if (!start.test(word)) continue
    const begun = word.replace(start, other)
    if (begun !== word && known(begun)) return begun
    for (const [ending, instead] of endings) {
      if (!ending.test(begun)) continue
      const formed = begun.replace(ending, instead)
      if (known(formed)) return formed
    }
  }
  return undefined
}
