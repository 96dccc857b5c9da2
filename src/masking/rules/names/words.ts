/** Words that hold false alarms down: names that are words too, and capitalised words that are nobody. */
const listed = (words: string): ReadonlySet<string> => new Set(words.trim().toLowerCase().split(/\s+/))

/** Given names that are words too: alone, they are a name only where a sentence has no other use for them. */
export const alsoWords = listed(`
  Alf Andre April Are Ari Art Ask Aud August Bill Bjørn Bo Bror Dag Dan Dawn Dina Eik Eli Ella Else Even Falk Faith Finn Frank Frøy
  Geir Gro Gry Grace Hans Hai Hope Idun Ine Inge Inger Iris Jo Joy Juni Kai Kent Kim Kumar Kåre Lea Leo Liv Live Line Lin Linn Loke
  Lone Lykke Magne Mai Mark Martin Max May Mei Mia Mille Mimi Mira Odd Ola Omar Ove Pat Per Pia Pål Ravn Roar Rob Roger Rose
  Roy Rune Runa Saga Sander Sara Siv Sky Skjold Sol Star Stein Stian Stig Stella Storm Tale Thi Tim Tine Tone Tor Tora Tore
  Truls Ulf Unn Una Une Vera Vilde Vilja Ville Vår Wei Will Yngve Yr Øye Noor Said Nada Nur Lan Rana Nima Mina Noah Oda
  Adam Ariel Alexa Odin Victoria Viktoria Jasmin Birk Brage Lina Sana`)

/** Of those, the ones that are months, titles and English words: a capital in the middle of a sentence says nothing. */
export const mostlyWords = listed(`
  April August Juni Mai May Will Mark Hope Art Bill Star Sky Grace Joy Faith Dawn Rose Victoria Viktoria Alexa Odin Lan Rana`)

/** What people do: a name that is a word too is a name in front of one of these. */
export const doings = listed(`
  svarte svarar svara svarer forklarte forklara var er hjalp hjelpte hjelper sa seier sier spurte spør spurde ringte ringde sendte
  sende skrev hadde ga gav tok presenterte presenterer kunne fortalte fortel fortalde virket verka lovet lova ville skulle
  overtok ordnet ordna fant fann lyttet lytta foreslo anbefalte tilbød viste visste oppsummerte avsluttet avslutta hilste
  tilrådde følgte følgde fulgte takket takka beklaget sjekket sjekka
  answered was explained helped said asked called wrote had gave took offered told sent listened promised`)

const pronouns = `
  jeg eg du vi me dere de dei dykk det dette den denne han hun ho hen man ein en et ei eit i you he she it we they this that
  min mitt mine din ditt dine vår vårt våre hans hennes hennar deres deira sin sitt sine my your our their his her`
const smallWords = `
  og eller men at som om når da så fordi hvis dersom enn for til fra frå av på med ved mot hos under over etter før mellom
  uten utan gjennom gjennem ikke ikkje kun bare berre også òg nå no her der hit dit hva kva hvem kven hvor kor hvordan
  korleis hvorfor kvifor hvilken kva alle ingen ingenting noe noko noen nokon mye mykje mer meir mest veldig svært litt helt
  heilt både verken enten anten ja nei jo takk tusen hei heisann hallo god gode godt dag morgen kveld velkommen velkomen
  vennligst venligst venleg vennlig beste mvh vh hilsen helsing hilsning hilsener hilsninger helsingar
  and or but the a an to of in on at for with from by is was are were be been have has had do does did will would can could
  may might should not no yes thanks thank hello hi hey dear best kind regards sincerely cheers please welcome good`
const verbs = `
  er var blir ble vart har hadde kan kunne skal skulle vil ville må måtte får fikk fekk ga gav gir gjør gjer gjorde går gikk
  gjekk tar tok ser så kommer kjem kom ringte skrev spurte svarte fortalte forklarte følte følte synes syntes håper håpar
  hjelp hjelpe ha bli være vere ta gå se sjå si kunde kunden kundar kunder`
const house = `
  kundeservice kundesenter kundesenteret kundebehandler kundebehandlar kundebehandleren kundebehandlaren kundeavdelingen
  kundeteam kundeteamet teamet team avdeling avdelingen resepsjon sentralbord sentralbordet support supporten teknisk
  customer service care agent rådgiver rådgivar selger seljar salg sal chat chatbot chatboten chatten chatbotten robot roboten botten
  assistent assistenten telefon telefonen e-post epost messenger facebook svar svaret spørsmål sak saken saksnummer
  ordrenummer kundenummer pris prisen emne til fra frå dato sendt subject from re sv vs ref hei systemet nettsiden nettsida
  leder leiar sjef teamleder bank banken forsikring forsikringen strøm kraft energi reiser buss sparebank mobil bredbånd
  as asa norge noreg gruppen gruppa konsern butikk butikken appen app vipps bankid minid altinn google apple samsung
  iphone ipad android galaxy microsoft netflix spotify instagram whatsapp teams windows premium pluss basis familie
  standard smart total ekstra super max mini visa mastercard klarna trustpilot posten postnord bring helfo nav
  forbrukerrådet datatilsynet finansklagenemnda jul nyttår påske pinse christmas easter`
const calendar = `
  mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag sundag januar februar mars april mai juni juli
  august september oktober november desember monday tuesday wednesday thursday friday saturday sunday january february
  march may june july october december`
const places = `
  norge noreg norway oslo bergen trondheim stavanger tromsø kristiansand drammen fredrikstad sandnes bodø ålesund sarpsborg
  skien sandefjord haugesund tønsberg moss porsgrunn arendal hamar lillehammer gjøvik molde harstad narvik alta hammerfest
  kirkenes kautokeino karasjok geilo hemsedal voss førde florø sogndal kongsberg ski asker bærum lørenskog lillestrøm
  jessheim gardermoen elverum steinkjer levanger namsos mosjøen røros oppdal kristiansund vestland rogaland agder telemark
  vestfold viken innlandet trøndelag nordland troms finnmark svalbard sverige danmark finland island sweden denmark
  stockholm københavn europa europe london berlin paris polen poland`

/** Towns and countries that many people write about. */
export const placeNames = listed(places)

/** Capitalised or not, these are nobody's name. */
export const nobody: ReadonlySet<string> = new Set(
  [pronouns, smallWords, verbs, house, calendar, places].flatMap((words) => [...listed(words)]),
)

/** Behind a name they make it a company's: "Nora Bank". */
export const companyWords = listed(`
  bank forsikring strøm kraft energi reiser buss sparebank mobil bredbånd as asa telecom tele nett gruppen helse apotek hotell
  hotel airlines fly kommune`)

/** Behind a name that is not given to people they make it a company's: "Fjordkraft kundeservice". */
export const departments = listed(`
  kundeservice kundesenter kundesenteret kundeavdelingen kundeavdelinga kundeteam kundeteamet kundestøtte`)

const companyEnding = /\p{L}{3}(?:kraft|bank|forsikring|energi|telecom|bredbånd)$/u

/** @example isCompanyName('fjordkraft') // true */
export const isCompanyName = (lower: string): boolean => companyEnding.test(lower)
