/**
 * One form for the words that mean the same: nynorsk as bokmål (kva, hva), letters that a keyboard may lack (ø as o),
 * and a light stem that takes off the endings of bokmål, nynorsk and English. Light on purpose: it only has to bring
 * the forms of a word together, and is forgiven by the search's tolerance for typing errors.
 */

/** Nynorsk → bokmål, where no ending explains the difference. */
const pairs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kva: 'hva',
    kven: 'hvem',
    kvar: 'hver',
    kvor: 'hvor',
    kor: 'hvor',
    korleis: 'hvordan',
    kvifor: 'hvorfor',
    ikkje: 'ikke',
    eg: 'jeg',
    meg: 'meg',
    dykk: 'dere',
    dykkar: 'deres',
    vere: 'være',
    verte: 'bli',
    vert: 'blir',
    berre: 'bare',
    mykje: 'mye',
    nokon: 'noen',
    noko: 'noe',
    nokre: 'noen',
    frå: 'fra',
    saman: 'sammen',
    heim: 'hjem',
    heime: 'hjemme',
    rekning: 'regning',
    rekninga: 'regninga',
    rekningar: 'regninger',
    straum: 'strøm',
    straumen: 'strømmen',
    veke: 'uke',
    veker: 'uker',
    månad: 'måned',
    månader: 'måneder',
    månadar: 'måneder',
    flytte: 'flytte',
    flyttar: 'flytter',
    betaling: 'betaling',
    betalar: 'betaler',
    tenad: 'tjent',
    tilbod: 'tilbud',
    einig: 'enig',
    einaste: 'eneste',
    eigen: 'egen',
    eigar: 'eier',
    leige: 'leie',
    leigar: 'leier',
    meir: 'mer',
    auke: 'økning',
    auka: 'økt',
    aukar: 'øker',
    lågare: 'lavere',
    låg: 'lav',
    høg: 'høy',
    høgare: 'høyere',
    høgt: 'høyt',
    oppseiing: 'oppsigelse',
    opphøyr: 'opphør',
    avbestille: 'avbestille',
    endre: 'endre',
    sjå: 'se',
    få: 'få',
    skjema: 'skjema',
    spørsmål: 'spørsmål',
    svar: 'svar',
    søke: 'søke',
    søknad: 'søknad',
    skuldar: 'skylder',
    skulde: 'skylde',
    gjeld: 'gjeld',
    gjeldande: 'gjeldende',
    gjelde: 'gjelde',
    utsetjing: 'utsettelse',
    utsetje: 'utsette',
    avlesing: 'avlesning',
    målaren: 'måleren',
    målar: 'måler',
    avtale: 'avtale',
    kjøp: 'kjøp',
    kjøpar: 'kjøper',
    seljar: 'selger',
    selje: 'selge',
    vilkår: 'vilkår',
    krav: 'krav',
    opningstider: 'åpningstider',
    opningstid: 'åpningstid',
    open: 'åpen',
    opne: 'åpne',
    tenester: 'tjenester',
    teneste: 'tjeneste',
    lenkje: 'lenke',
    passord: 'passord',
    innlogging: 'innlogging',
    nettside: 'nettside',
    førespurnad: 'henvendelse',
    no: 'nå',
    då: 'da',
    dei: 'de',
    desse: 'disse',
    deira: 'deres',
    ho: 'hun',
    han: 'han',
    ein: 'en',
    eit: 'et',
    nye: 'nye',
    fleire: 'flere',
    mange: 'mange',
    først: 'først',
    seinare: 'senere',
    sein: 'sen',
    seint: 'sent',
    framleis: 'fortsatt',
  }),
)

/** Longest first. What is left must be at least three letters long. */
const endings = [
  'ingane',
  'ingene',
  'elsene',
  'heitene',
  'hetene',
  'inger',
  'ingar',
  'elsen',
  'elser',
  'heten',
  'heita',
  'ingen',
  'inga',
  'ande',
  'ende',
  'else',
  'enes',
  'anes',
  'erne',
  'ing',
  'ene',
  'ane',
  'ers',
  'ens',
  'ets',
  'ies',
  'ied',
  'est',
  'ast',
  'ere',
  'are',
  'ar',
  'er',
  'en',
  'et',
  'te',
  'de',
  'ed',
  'es',
  'ly',
  'a',
  'e',
  's',
] as const

const keyboard: Readonly<Record<string, string>> = {
  æ: 'e',
  ø: 'o',
  å: 'a',
  ä: 'e',
  ö: 'o',
  é: 'e',
  è: 'e',
  ê: 'e',
  ò: 'o',
  ô: 'o',
  ü: 'u',
}

/** Lower case, bokmål where it is nynorsk, its letters as any keyboard has them. */
export function plainWord(word: string): string {
  const low = word.toLowerCase()
  return (pairs.get(low) ?? low).replaceAll(/[æøåäöéèêòôü]/g, (letter) => keyboard[letter] ?? letter)
}

/** @example stemOf('regningene') === stemOf('rekninga') // true */
export function stemOf(word: string): string {
  const plain = plainWord(word)
  if (/\d/.test(plain)) return plain
  if (plain.length <= 4) return withoutDouble(plain.length === 4 ? plain.replace(/[ae]$/, '') : plain)
  const ending = endings.find((each) => plain.endsWith(each) && plain.length - each.length >= 3)
  return withoutDouble(ending === undefined ? plain : plain.slice(0, -ending.length))
}

/** Double consonants come and go with the ending: strømmen, strøm; oppe, opp. */
function withoutDouble(stem: string): string {
  return stem.length > 3 ? stem.replace(/([bdfgklmnprst])\1$/, '$1') : stem
}

/** Definite and plural endings taken off, the word itself left whole: strømregningen → stromregning. */
export function lemmaOf(plain: string): string {
  return plain.length < 7 || /\d/.test(plain) ? plain : plain.replace(/(?:ene|ane|ens|en|et|er|ar|a|s)$/, '')
}

/** Words as they stand: letters and digits, also with a hyphen inside taken apart. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}
