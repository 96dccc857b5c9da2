/** Made-up messages whose question is known, in bokmål and nynorsk: for tests. */
import { type Random, randomInteger } from '../../../../kernel/random.ts'

type Template = readonly (readonly string[])[]

/** For each question the parts of a message; of each part one is drawn. */
const questions: readonly Template[] = [
  [
    ['jeg finner ikke', 'eg finn ikkje', 'hvor er', 'får ikke åpnet'],
    ['fakturaen', 'rekninga', 'regningen'],
    ['min', 'for mai', 'på nett', 'i appen'],
  ],
  [
    ['jeg vil flytte', 'eg skal flytte', 'kan dere flytte'],
    ['avtalen', 'straumavtala', 'strømavtalen'],
    ['til ny adresse', 'til ny bustad', 'når jeg flytter', 'til ny bolig'],
  ],
  [
    ['strømmen er borte', 'straumen er borte', 'det er strømbrudd', 'vi har straumbrot'],
    ['i gata', 'i huset', 'her hos oss', 'på hytta'],
    ['nå', 'sidan i morges', 'siden i går', 'når kommer den tilbake'],
  ],
  [
    ['hvordan leser jeg av', 'korleis les eg av', 'må jeg lese av'],
    ['måleren', 'målaren', 'strømmåleren'],
    ['min', 'sjøl', 'selv', 'hver måned', 'kvar månad'],
  ],
  [
    ['har glemt', 'eg har gløymt', 'får ikke byttet', 'trenger nytt'],
    ['passord', 'passordet', 'passordet mitt'],
    ['til innlogging', 'på min side', 'i appen', 'på nettsida'],
  ],
  [
    ['jeg vil si opp', 'eg vil seie opp', 'hvordan avslutter jeg'],
    ['abonnementet', 'kundeforholdet', 'avtalen om fiber'],
    ['fra neste måned', 'frå neste månad', 'med en gang', 'straks'],
  ],
  [
    ['hva koster', 'kva kostar', 'hvor dyrt er'],
    ['ladeboks', 'ein ladeboks', 'elbillader'],
    ['ferdig montert', 'med montering', 'til garasjen', 'for elbil'],
  ],
  [
    ['kan jeg få', 'eg ønskjer', 'er det mulig med'],
    ['utsettelse', 'betalingsutsettelse', 'avdragsordning'],
    ['med betalingen', 'på betalinga', 'til lønning', 'noen dager'],
  ],
]

export type MadeText = { readonly text: string; readonly question: number }

/** So many messages, the questions in turn. */
export function madeTexts(count: number, random: Random): MadeText[] {
  return Array.from({ length: count }, (_, at) => {
    const question = at % questions.length
    const parts = questions[question]!.map((choices) => choices[randomInteger(random, choices.length)]!)
    const greeting = ['hei', 'hei,', '', '', 'hallo'][randomInteger(random, 5)]!
    return { text: `${greeting} ${slipped(parts.join(' '), random)}`.trim(), question }
  })
}

export const questionCount = questions.length

/** Every third message has a slip of the keyboard. */
function slipped(text: string, random: Random): string {
  if (random() > 1 / 3) return text
  const at = 1 + randomInteger(random, text.length - 2)
  return text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)
}

const [consonants, vowels] = ['bdfgklmnprstv', 'aeiouyæøå']

/** `each` messages of every question, in made-up words: three that its messages share, among small words of all. */
export function manyQuestions(count: number, each: number, random: Random): string[] {
  const of = (list: ArrayLike<string>) => list[randomInteger(random, list.length)]!
  const word = () => Array.from({ length: 3 }, () => of(consonants) + of(vowels)).join('')
  const words = (length: number) => Array.from({ length }, word)
  const small = words(15)
  return Array.from({ length: count }, () => words(5)).flatMap((own) =>
    Array.from({ length: each }, () =>
      [of(small), of(own), of(own), of(own), of(small), of(small)].join(' '),
    ),
  )
}
