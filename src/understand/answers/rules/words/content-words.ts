/** The stems that carry meaning in a text: small words left out. */
import { plainWord, stemOf, wordsIn } from './normal-word.ts'

const small = new Set(
  `og i jeg det at en et den til er som på de med han av ikke der så var meg seg men ett har om vi min mitt ha hadde
  hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv sjøl her alle vil bli ble blitt
  kunne inn når være kom noen noe ville dere deres kun ja etter ned skulle denne for deg si sine sitt mot å meget
  hvorfor dette disse uten hvordan ingen din ditt blir samme hvilken hvilke sånn inni mellom vår hver hvem vors hvis
  både bare enn fordi før mange også slik vært begge siden dette må får gjør gjøre går hei takk the a an and or of to
  in is it you your we our for on at be are with this that can will if from by as not do does have has i my me us
  how what when where why who which ikkje eit ein dykk kva korleis kvifor og`
    .split(/\s+/)
    .map(plainWord),
)

/** @example contentWords('Hva koster det å flytte?') // ['kost', 'flyt'] */
export function contentWords(text: string): readonly string[] {
  return wordsIn(text)
    .filter((word) => word.length > 2 && !small.has(plainWord(word)) && !/^\d+$/.test(word))
    .map(stemOf)
}

export function isSmallWord(word: string): boolean {
  return small.has(plainWord(word))
}
