/** Which of the three languages a text is in, by the small words that every sentence has. */
import type { EnquiryLanguage } from '../record.ts'

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const bokmal = listed(`
  jeg ikke hva hvordan hvorfor hvilken hvilke hvem hvor noe noen dere de fra være vært mye også nå hjemme bare selv hun gjør
  en et hver disse denne sånn etter gjøre ønsker kommer gikk fikk skulle kunne mellom uten egen deres kjøpte sier heller`)
const nynorsk = listed(`
  eg ikkje kva korleis kvifor kven kvar noko nokon nokre dykk dei frå vere vore mykje òg heime berre sjølv ho gjer ein eit
  kvart desse slik gjere ynskjer ønskjer kjem gjekk fekk mellom utan eigen deira seier heller me vart verte vert dykkar`)
const norwegian = listed(`
  og er det som på av med for til den har vil kan om å så der når min mitt mine meg deg oss vi du i går hei takk skal var
  blir må eller men da ved ut opp inn`)
const english = listed(`
  the and is are was were you your my me of to have has had not what how why when where which who can could would should
  please this that with from for on it be been do does did i'm don't it's we they our an at by if or but there any`)

/**
 * Nothing for a text without such words, or where they do not decide between English and Norwegian.
 *
 * @example languageOf('Kvifor har eg ikkje fått pakka?') // 'nn'
 */
export function languageOf(text: string): EnquiryLanguage | undefined {
  const words =
    text
      .slice(0, 5000)
      .toLowerCase()
      .match(/[\p{L}'’]+/gu) ?? []
  const count = (list: ReadonlySet<string>): number =>
    words.filter((word) => list.has(word.replace('’', "'"))).length
  const [nb, nn, no, en] = [count(bokmal), count(nynorsk), count(norwegian), count(english)]
  const norse = nb + nn + no
  if (en === norse) return undefined
  if (en > norse) return 'en'
  return nn > nb ? 'nn' : 'nb'
}
