/**
 * What each finding says, in the three languages. Kept beside the rules because the command line and the pages all say
 * the same sentence. `{value}` and `{limit}` are those of the finding, `{hours}` is a length that the sentence itself
 * names. Paragraphs are told beside the sentence, since an agreement may have moved them.
 */
import type { Language, Localized } from '../../../kernel/localized.ts'
import type { RuleFinding } from './check-plan.ts'
import { factsOf, type RuleId } from './working-time/paragraphs.ts'

const day = {
  nb: 'Den alminnelige arbeidstiden denne dagen er {value}. ',
  nn: 'Den alminnelege arbeidstida denne dagen er {value}. ',
  en: 'Normal working time this day is {value}. ',
}
const week = {
  nb: 'Den alminnelige arbeidstiden denne uken er {value}. ',
  nn: 'Den alminnelege arbeidstida denne veka er {value}. ',
  en: 'Normal working time this week is {value}. ',
}
const limit = { nb: 'Grensen er {limit}.', nn: 'Grensa er {limit}.', en: 'The limit is {limit}.' }
const ofRota = {
  nb: 'Grensen for denne arbeidstidsordningen er {limit}.',
  nn: 'Grensa for denne arbeidstidsordninga er {limit}.',
  en: 'The limit for this working-time arrangement is {limit}.',
}
const withPerson = {
  nb: 'Avtalen med den ansatte om gjennomsnitt gir høyst {limit}.',
  nn: 'Avtalen med den tilsette om gjennomsnitt gir høgst {limit}.',
  en: 'The agreement with the employee on averages allows {limit} at most.',
}
const withUnion = {
  nb: 'Avtalen med de tillitsvalgte om gjennomsnitt gir høyst {limit}.',
  nn: 'Avtalen med dei tillitsvalde om gjennomsnitt gir høgst {limit}.',
  en: 'The agreement with the shop stewards on averages allows {limit} at most.',
}
const under18 = {
  nb: 'Under 18 år er grensen {limit}.',
  nn: 'Under 18 år er grensa {limit}.',
  en: 'Under 18 the limit is {limit}.',
}
const rest = {
  nb: 'Den lengste sammenhengende hvilen i løpet av 24 timer er {value}. ',
  nn: 'Den lengste samanhengande kvila i løpet av 24 timar er {value}. ',
  en: 'The longest unbroken rest within 24 hours is {value}. ',
}
const weeklyRest = {
  nb: 'Den lengste sammenhengende fritiden denne uken er {value}. ',
  nn: 'Den lengste samanhengande fritida denne veka er {value}. ',
  en: 'The longest unbroken time off this week is {value}. ',
}

const joined = (one: Localized, other: Localized): Localized => ({
  nb: one.nb + other.nb,
  nn: one.nn + other.nn,
  en: one.en + other.en,
})

export const findingTexts = {
  'normal-day': joined(day, limit),
  'normal-week': joined(week, limit),
  'normal-week-38': joined(week, ofRota),
  'normal-week-36': joined(week, ofRota),
  'averaged-day-person': joined(day, withPerson),
  'averaged-week-person': joined(week, withPerson),
  'averaged-day-union': joined(day, withUnion),
  'averaged-week-union': joined(week, withUnion),
  'averaged-eight-weeks': {
    nb: 'Over åtte uker er den alminnelige arbeidstiden i snitt {value} i uken. Grensen er {limit}.',
    nn: 'Over åtte veker er den alminnelege arbeidstida i snitt {value} i veka. Grensa er {limit}.',
    en: 'Over eight weeks normal working time averages {value} a week. The limit is {limit}.',
  },
  'averaged-period': {
    nb: 'Over den avtalte perioden er den alminnelige arbeidstiden i snitt {value} i uken. Grensen er {limit}.',
    nn: 'Over den avtalte perioden er den alminnelege arbeidstida i snitt {value} i veka. Grensa er {limit}.',
    en: 'Over the agreed period normal working time averages {value} a week. The limit is {limit}.',
  },
  'overtime-week': {
    nb: 'Overtiden denne uken er {value}. Grensen er {limit}.',
    nn: 'Overtida denne veka er {value}. Grensa er {limit}.',
    en: 'Overtime this week is {value}. The limit is {limit}.',
  },
  'overtime-four-weeks': {
    nb: 'Overtiden i fire uker er {value}. Grensen er {limit}.',
    nn: 'Overtida i fire veker er {value}. Grensa er {limit}.',
    en: 'Overtime in four weeks is {value}. The limit is {limit}.',
  },
  'overtime-year': {
    nb: 'Overtiden i hele perioden fram til nå er {value}. Grensen er {limit}.',
    nn: 'Overtida i heile perioden fram til no er {value}. Grensa er {limit}.',
    en: 'Overtime in the whole period up to now is {value}. The limit is {limit}.',
  },
  'total-day': {
    nb: 'Arbeidstiden denne dagen er {value}, overtid medregnet. Grensen er {limit}.',
    nn: 'Arbeidstida denne dagen er {value}, overtid medrekna. Grensa er {limit}.',
    en: 'Working time this day is {value}, overtime included. The limit is {limit}.',
  },
  'total-week': {
    nb: 'Arbeidstiden i uken er {value}, overtid medregnet. Grensen er {limit}.',
    nn: 'Arbeidstida i veka er {value}, overtid medrekna. Grensa er {limit}.',
    en: 'Working time a week is {value}, overtime included. The limit is {limit}.',
  },
  'daily-rest': joined(rest, {
    nb: 'Den skal være minst {limit}.',
    nn: 'Ho skal vere minst {limit}.',
    en: 'It is to be at least {limit}.',
  }),
  'weekly-rest': joined(weeklyRest, {
    nb: 'Den skal være minst {limit}.',
    nn: 'Ho skal vere minst {limit}.',
    en: 'It is to be at least {limit}.',
  }),
  'next-sunday': {
    nb: 'Søn- og helgedager på rad med arbeid: {value}. Uten avtale om gjennomsnitt er grensen {limit}.',
    nn: 'Søn- og helgedagar på rad med arbeid: {value}. Utan avtale om gjennomsnitt er grensa {limit}.',
    en: 'Sundays and public holidays worked in a row: {value}. Without an agreement on averages the limit is {limit}.',
  },
  'fourth-sunday': {
    nb: 'Uker på rad uten en fri søn- eller helgedag: {value}. Grensen er {limit}.',
    nn: 'Veker på rad utan ein fri søn- eller helgedag: {value}. Grensa er {limit}.',
    en: 'Weeks in a row without a Sunday or public holiday off: {value}. The limit is {limit}.',
  },
  'half-of-sundays': {
    nb: 'Søn- og helgedager med arbeid i 26 uker: {value}. Grensen er {limit}.',
    nn: 'Søn- og helgedagar med arbeid i 26 veker: {value}. Grensa er {limit}.',
    en: 'Sundays and public holidays worked in 26 weeks: {value}. The limit is {limit}.',
  },
  'break-missing': {
    nb: 'Arbeidsdagen er lengre enn {hours} og har ingen pause.',
    nn: 'Arbeidsdagen er lengre enn {hours} og har ingen pause.',
    en: 'The working day is longer than {hours} and has no break.',
  },
  'break-short': {
    nb: 'Pausene denne dagen er {value} til sammen. De skal være minst {limit} når arbeidsdagen er {hours} eller mer.',
    nn: 'Pausane denne dagen er {value} til saman. Dei skal vere minst {limit} når arbeidsdagen er {hours} eller meir.',
    en: 'Breaks this day add up to {value}. They are to be at least {limit} when the working day is {hours} or more.',
  },
  'sunday-work': {
    nb: 'Vakten har {value} i tiden som skal være fri på søn- og helgedager. Kontrakten gir ikke rom for det.',
    nn: 'Vakta har {value} i tida som skal vere fri på søn- og helgedagar. Kontrakten gir ikkje rom for det.',
    en: 'The shift has {value} in the time that is to be free on Sundays and public holidays. The contract has no room for it.',
  },
  'night-work': {
    nb: 'Vakten har {value} om natten. Kontrakten gir ikke rom for det.',
    nn: 'Vakta har {value} om natta. Kontrakten gir ikkje rom for det.',
    en: 'The shift has {value} at night. The contract has no room for it.',
  },
  'night-average': {
    nb: 'For den som ofte arbeider om natten, er den alminnelige arbeidstiden i snitt {value} per døgn over fire uker. Grensen er {limit}.',
    nn: 'For den som ofte arbeider om natta, er den alminnelege arbeidstida i snitt {value} per døgn over fire veker. Grensa er {limit}.',
    en: 'For those often at work at night, normal working time averages {value} per 24 hours over four weeks. The limit is {limit}.',
  },
  'young-day': {
    nb: `Arbeidstiden denne dagen er {value}. ${under18.nb}`,
    nn: `Arbeidstida denne dagen er {value}. ${under18.nn}`,
    en: `Working time this day is {value}. ${under18.en}`,
  },
  'young-week': {
    nb: `Arbeidstiden denne uken er {value}. ${under18.nb}`,
    nn: `Arbeidstida denne veka er {value}. ${under18.nn}`,
    en: `Working time this week is {value}. ${under18.en}`,
  },
  'child-day': {
    nb: 'Arbeidstiden denne dagen er {value}. For barn og skolepliktige er grensen {limit}.',
    nn: 'Arbeidstida denne dagen er {value}. For barn og skulepliktige er grensa {limit}.',
    en: 'Working time this day is {value}. For children and those in compulsory school the limit is {limit}.',
  },
  'child-week': {
    nb: 'Arbeidstiden denne uken er {value}. For barn og skolepliktige er grensen {limit}.',
    nn: 'Arbeidstida denne veka er {value}. For barn og skulepliktige er grensa {limit}.',
    en: 'Working time this week is {value}. For children and those in compulsory school the limit is {limit}.',
  },
  'young-night': {
    nb: 'Vakten har {value} mellom kl. 23 og 6. Det er ikke tillatt under 18 år.',
    nn: 'Vakta har {value} mellom kl. 23 og 6. Det er ikkje tillate under 18 år.',
    en: 'The shift has {value} between 23:00 and 06:00. That is not allowed under 18.',
  },
  'young-evening': {
    nb: 'Vakten har {value} mellom kl. 21 og 23. Under 18 år er det bare tillatt når arbeidet gjør det nødvendig.',
    nn: 'Vakta har {value} mellom kl. 21 og 23. Under 18 år er det berre tillate når arbeidet gjer det nødvendig.',
    en: 'The shift has {value} between 21:00 and 23:00. Under 18 that is allowed only where the work makes it necessary.',
  },
  'child-night': {
    nb: 'Vakten har {value} mellom kl. 20 og 6. Det er ikke tillatt for barn og skolepliktige.',
    nn: 'Vakta har {value} mellom kl. 20 og 6. Det er ikkje tillate for barn og skulepliktige.',
    en: 'The shift has {value} between 20:00 and 06:00. That is not allowed for children and those in compulsory school.',
  },
  'young-break': {
    nb: 'Pausene denne dagen er {value} til sammen. Under 18 år skal de være minst {limit} når arbeidsdagen er lengre enn {hours}.',
    nn: 'Pausane denne dagen er {value} til saman. Under 18 år skal dei vere minst {limit} når arbeidsdagen er lengre enn {hours}.',
    en: 'Breaks this day add up to {value}. Under 18 they are to be at least {limit} when the working day is longer than {hours}.',
  },
  'young-daily-rest': joined(rest, {
    nb: 'For den som er så ung, skal den være minst {limit}.',
    nn: 'For den som er så ung, skal ho vere minst {limit}.',
    en: 'For somebody so young it is to be at least {limit}.',
  }),
  'young-weekly-rest': joined(weeklyRest, {
    nb: 'Under 18 år skal den være minst {limit}.',
    nn: 'Under 18 år skal ho vere minst {limit}.',
    en: 'Under 18 it is to be at least {limit}.',
  }),
  'above-agreed': {
    nb: 'Det er satt opp {value}. Avtalt er {limit}.',
    nn: 'Det er sett opp {value}. Avtalt er {limit}.',
    en: 'The hours set up are {value}. Agreed are {limit}.',
  },
  'below-agreed': {
    nb: 'Det er bare satt opp {value}. Avtalt er {limit}.',
    nn: 'Det er berre sett opp {value}. Avtalt er {limit}.',
    en: 'The hours set up are only {value}. Agreed are {limit}.',
  },
  'skill-missing': {
    nb: 'Vakten krever en kompetanse som den ansatte ikke har.',
    nn: 'Vakta krev ein kompetanse som den tilsette ikkje har.',
    en: 'The shift asks for a skill that the employee does not have.',
  },
  unavailable: {
    nb: 'Vakten ligger {value} utenfor tiden da den ansatte kan arbeide.',
    nn: 'Vakta ligg {value} utanfor tida da den tilsette kan arbeide.',
    en: 'The shift lies {value} outside the hours in which the employee can work.',
  },
  absent: {
    nb: 'Den ansatte er borte i {value} av vakten.',
    nn: 'Den tilsette er borte i {value} av vakta.',
    en: 'The employee is away for {value} of the shift.',
  },
  'not-employed': {
    nb: 'Vakten ligger {value} før ansettelsen begynner eller etter at den er slutt.',
    nn: 'Vakta ligg {value} før tilsetjinga tek til eller etter at ho er slutt.',
    en: 'The shift lies {value} before the employment begins or after it has ended.',
  },
  closed: {
    nb: 'Vakten ligger {value} utenfor åpningstiden.',
    nn: 'Vakta ligg {value} utanfor opningstida.',
    en: 'The shift lies {value} outside opening hours.',
  },
  'double-shift': {
    nb: 'To vakter overlapper hverandre i {value}.',
    nn: 'To vakter overlappar kvarandre i {value}.',
    en: 'Two shifts overlap by {value}.',
  },
  'break-outside': {
    nb: 'Pausene passer ikke: De ligger utenfor vakten, oppå hverandre eller fyller den helt.',
    nn: 'Pausane passar ikkje: Dei ligg utanfor vakta, oppå kvarandre eller fyller ho heilt.',
    en: 'The breaks do not fit: they lie outside the shift or on one another, or fill it.',
  },
  'free-weekend': {
    nb: 'Helger på rad med arbeid: {value}. Avtalt er høyst {limit}.',
    nn: 'Helger på rad med arbeid: {value}. Avtalt er høgst {limit}.',
    en: 'Weekends worked in a row: {value}. At most {limit} are agreed.',
  },
  'days-in-row': {
    nb: 'Arbeidsdager på rad: {value}. Avtalt er høyst {limit}.',
    nn: 'Arbeidsdagar på rad: {value}. Avtalt er høgst {limit}.',
    en: 'Working days in a row: {value}. At most {limit} are agreed.',
  },
} as const satisfies Record<RuleId, Localized>

/** From how long a day on a break is asked for, in minutes. */
const breakFrom: Readonly<Partial<Record<RuleId, number>>> = {
  'break-missing': 5.5 * 60,
  'break-short': 8 * 60,
  'young-break': 4.5 * 60,
}

/**
 * The sentence for a finding, lengths in hours and minutes.
 *
 * @example findingText({ rule: 'daily-rest', value: 600, limit: 660 }, 'en')
 * // 'The longest unbroken rest within 24 hours is 10 h. It is to be at least 11 h.'
 */
export function findingText(
  { rule, value, limit: most }: Pick<RuleFinding, 'rule' | 'value' | 'limit'>,
  language: Language,
): string {
  const { unit, bound } = factsOf(rule)
  // Averages have parts of minutes; rounded away from the limit, so that what is past it never reads as equal to it.
  const rounded = bound === 'most' ? Math.ceil(value) : Math.floor(value)
  const written = (number: number) => (unit === 'minutes' ? lengthOf(number, language) : String(number))
  const values: Readonly<Record<string, string>> = {
    value: written(rounded),
    limit: written(most),
    hours: lengthOf(breakFrom[rule] ?? 0, language),
  }
  return findingTexts[rule][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

/** @example lengthOf(570, 'nb') // '9 t 30 min' */
function lengthOf(minutes: number, language: Language): string {
  const [whole, left] = [Math.floor(minutes / 60), Math.round(minutes % 60)]
  const hours = `${whole} ${language === 'en' ? 'h' : 't'}`
  if (whole === 0) return `${left} min`
  return left === 0 ? hours : `${hours} ${left} min`
}
