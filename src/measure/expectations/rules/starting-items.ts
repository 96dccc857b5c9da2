/** What a new questionnaire starts from: the reference questions as expectations, in words of a customer. */
import type { Localized } from '../../../kernel/localized.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { mostItems, type SurveyItem } from '../contract.ts'

const say = (nb: string, nn: string, en: string): Localized => ({ nb, nn, en })

const known: readonly SurveyItem[] = [
  {
    id: 'wait',
    text: say('Jeg får svar raskt', 'Eg får svar raskt', 'I get an answer quickly'),
    questions: ['waitPhone', 'waitEmail', 'waitChat', 'waitMessenger', 'attempt', 'attemptMessenger'],
  },
  {
    id: 'reach',
    text: say(
      'Den første jeg møter, kan hjelpe meg',
      'Den første eg møter, kan hjelpe meg',
      'The first person I meet can help me',
    ),
    questions: ['easyToReach', 'firstPerson'],
  },
  {
    id: 'welcome',
    text: say(
      'Jeg føler meg velkommen og blir møtt personlig',
      'Eg kjenner meg velkommen og blir møtt personleg',
      'I feel welcome and am met personally',
    ),
    questions: ['personal', 'feltWelcome'],
  },
  {
    id: 'names',
    text: say(
      'Jeg får vite hvem jeg snakker med',
      'Eg får vite kven eg snakkar med',
      'I am told who I am talking to',
    ),
    questions: ['namesGiven', 'agentName'],
  },
  {
    id: 'need',
    text: say(
      'De spør for å finne ut hva jeg trenger',
      'Dei spør for å finne ut kva eg treng',
      'They ask to find out what I need',
    ),
    questions: ['findNeed'],
  },
  {
    id: 'listen',
    text: say(
      'De lytter til meg og forstår meg',
      'Dei lyttar til meg og forstår meg',
      'They listen to me and understand me',
    ),
    questions: ['listened', 'understood'],
  },
  {
    id: 'engaged',
    text: say(
      'De bryr seg om saken min og tar ansvar',
      'Dei bryr seg om saka mi og tek ansvar',
      'They care about my case and take charge',
    ),
    questions: ['engaged', 'ledDialogue'],
  },
  {
    id: 'explained',
    text: say('De forklarer seg klart', 'Dei forklarer seg klart', 'They explain things clearly'),
    questions: ['explained'],
  },
  {
    id: 'knowledge',
    text: say(
      'De kan faget og bruker det til mitt beste',
      'Dei kan faget og bruker det til mitt beste',
      'They know the subject and use it for my good',
    ),
    questions: ['knewSubject', 'usedKnowledge'],
  },
  {
    id: 'solution',
    text: say(
      'Jeg får gode råd og en løsning som passer',
      'Eg får gode råd og ei løysing som passar',
      'I get good advice and a solution that fits',
    ),
    questions: ['goodAdvice', 'solution', 'otherSolutions'],
  },
  {
    id: 'checked',
    text: say(
      'De sjekker at alt er i orden før vi er ferdige',
      'Dei sjekkar at alt er i orden før vi er ferdige',
      'They check that all is well before we finish',
    ),
    questions: ['checked'],
  },
  {
    id: 'writing',
    text: say(
      'Svaret er godt og riktig skrevet',
      'Svaret er godt og rett skrive',
      'The answer is well and correctly written',
    ),
    questions: ['wording', 'wordingEmail', 'closing'],
  },
  {
    id: 'efficient',
    text: say('Tiden min blir brukt godt', 'Tida mi blir brukt godt', 'My time is well spent'),
    questions: ['efficient'],
  },
  {
    id: 'valued',
    text: say(
      'De setter pris på meg som kunde',
      'Dei set pris på meg som kunde',
      'They value me as a customer',
    ),
    questions: ['valued'],
  },
]

/** Judgements of the whole contact: what they rest on is asked about, not they themselves. */
const outcomes: readonly string[] = ['impression', 'wouldBuy']

/**
 * Items for a method: the built-in ones whose questions it has, then one for each other scored question in that
 * question's own words. At most twenty; no question stands in two.
 */
export function startingItems({ questions }: Pick<EditionMethod, 'questions'>): SurveyItem[] {
  const scored = new Map(
    questions.filter(({ scored: counts }) => counts).map((question) => [question.id, question]),
  )
  const built = known.flatMap((item) => {
    const own = item.questions.filter((id) => scored.has(id))
    return own.length > 0 ? [{ ...item, questions: own }] : []
  })
  const covered = new Set([...known.flatMap((item) => item.questions), ...outcomes])
  const ids = new Set(built.map(({ id }) => id))
  const others = [...scored.values()].filter(({ id, clock }) => !covered.has(id) && clock === undefined)
  return [
    ...built,
    ...others.map(({ id, text }) => ({
      id: ids.has(id) ? `${id}Question` : id,
      text: { ...text },
      questions: [id],
    })),
  ].slice(0, mostItems)
}
