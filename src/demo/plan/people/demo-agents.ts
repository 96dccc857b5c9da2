/** Sixty people of a fictional customer service: full time, part time and students, with what they can and wish. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import type { Contract, WeekHours } from '../../../plan/shifts/rules/types.ts'
import { usualContract } from '../../../plan/shifts/rules/usual-contract.ts'

export type Habit = 'full' | 'long' | 'half' | 'student' | 'young'

export type DemoAgent = {
  readonly number: number
  readonly name: string
  readonly habit: Habit
  readonly skills: readonly string[]
  readonly contract: Contract
  readonly available: WeekHours | null
  /** Weekdays on which a student can come. */
  readonly days: readonly number[]
  /** The day on which the youngest turn 18. */
  readonly adultOn: PlainDate | null
  /** The demo's own sign-in for agents. */
  readonly signsIn: boolean
}

const names =
  `Sara Moen;Amalie Berg;Anders Haugen;Anette Lie;Arne Solli;Astrid Foss;Bjørn Eide;Camilla Ruud;Christian Næss;
Dag Holm;Daniel Aune;Eirik Sand;Elin Brekke;Emilie Vold;Erik Tangen;Espen Lunde;Eva Krogh;Fatima Khan;Frida Nes;Geir Hagen;
Guro Dahle;Hanne Strøm;Hedda Viken;Helge Opdal;Henriette Myhr;Håkon Skaar;Ida Fossum;Ingunn Tveit;Ivar Rød;Jakob Lien;
Janne Bakken;Jonas Huse;Julie Grande;Kamilla Sæther;Kari Bø;Kim Nguyen;Kristin Aas;Lars Erik Moe;Lene Hauge;Linn Øvrebø;
Magnus Rein;Maja Solvik;Malin Torp;Marius Egeland;Marte Røed;Martin Skog;Mina Ali;Morten Vik;Nina Ek;Ole Kvam;Oskar Lund;
Per Arne Nord;Petter Gran;Ragnhild Sunde;Sigrid Holte;Silje Marthinsen;Simen Borge;Stine Kleven;Thea Lønning;Tuva Aase`
    .split(/;\s*/)
    .map((name) => name.trim())

/** In order of number: how many of each habit there are. */
const habits: readonly Habit[] = [
  ...Array<Habit>(14).fill('full'),
  ...Array<Habit>(8).fill('long'),
  ...Array<Habit>(12).fill('half'),
  ...Array<Habit>(24).fill('student'),
  ...Array<Habit>(2).fill('young'),
]

const contracts: Readonly<Record<Habit, Contract>> = {
  full: { ...usualContract, weeklyHours: 37.5, flexHours: 2 },
  long: { ...usualContract, weeklyHours: 30, flexHours: 4 },
  half: { ...usualContract, weeklyHours: 18.75, flexHours: 4 },
  student: { ...usualContract, weeklyHours: 5, flexHours: 5, freeWeekendEvery: 2 },
  young: { ...usualContract, weeklyHours: 4, flexHours: 4, age: 'youth' },
}

const afternoons = { from: '11:00', to: '18:00' }
const saturdays = { from: '10:00', to: '14:00' }

function skillsOf(at: number, habit: Habit): readonly string[] {
  if (habit === 'young') return ['e-post']
  if (habit === 'student') return at % 3 === 0 ? ['chat', 'telefon'] : at % 3 === 1 ? ['telefon'] : ['chat']
  return at % 4 === 0
    ? ['telefon', 'chat', 'e-post']
    : at % 4 === 3
      ? ['e-post', 'chat']
      : ['telefon', 'e-post']
}

/** @example demoAgents('2027-03-01').length // 60 */
export function demoAgents(today: PlainDate): readonly DemoAgent[] {
  return names.map((name, at) => {
    const habit = habits[at]!
    const days = habit === 'student' ? [1 + (at % 5), 1 + ((at + 2) % 5)] : [1, 2, 3, 4, 5]
    const available =
      habit === 'student'
        ? ({ ...Object.fromEntries(days.map((day) => [day, [afternoons]])), 6: [saturdays] } as WeekHours)
        : null
    return {
      number: 1001 + at,
      name,
      habit,
      days,
      available,
      skills: skillsOf(at, habit),
      contract: contracts[habit],
      adultOn: habit === 'young' ? addDays(today, 120 + at) : null,
      signsIn: at === 0,
    }
  })
}
