import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainOf } from '../text/rich-text.ts'
import { checkFacts, isWrong } from './check-facts.ts'
import { coreFacts } from './core-fact.ts'
import { judgeReply } from './judge-reply.ts'
import { sameValue, valuesIn } from './values.ts'

const keys = (text: string) =>
  valuesIn(text).map(({ kind, key, unit }) => [kind, key, ...(unit ? [unit] : [])].join(' '))

describe('values in a sentence', () => {
  test.each([
    ['Det koster 1 200 kr.', ['money 1200']],
    ['kr 1200,-', ['money 1200']],
    ['1200 kroner', ['money 1200']],
    ['1.200,50 kr', ['money 1200.5']],
    ['NOK 1,200', ['money 1200']],
    ['4,9 øre per kWh', ['money 0.049']],
    ['3. mars', ['date 03-03']],
    ['03.03.', ['date 03-03']],
    ['3.3.2027', ['date 03-03-2027']],
    ['2027-03-03', ['date 03-03-2027']],
    ['March 3rd', ['date 03-03']],
    ['80 prosent, ikke 25 %', ['percent 80', 'percent 25']],
    ['fjorten dagar', ['count 14 day']],
    ['14 days', ['count 14 day']],
    ['to virkedager', ['count 2 workday']],
    ['kl. 9–15', ['time 09:00', 'time 15:00']],
    ['ring 22 33 44 55 eller 04 321', ['phone 22334455', 'phone 04321']],
    ['+47 815 00 123', ['phone 81500123']],
    ['se https://www.kraft.example.no/min-side/.', ['link kraft.example.no/min-side']],
    ['post@kraft.example.no', ['link post@kraft.example.no']],
  ])('%s', (text, found) => {
    expect(keys(text)).toEqual(found)
  })

  test('what is none is not read as one', () => {
    expect(keys('Ordre 20270303 gjelder eller e-post, versjon 8.4')).toEqual([])
  })

  test('an amount is the same in every spelling', () => {
    const spelt = (amount: number): readonly string[] => {
      const grouped = String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ' ')
      return [
        `${grouped} kr`,
        `kr ${amount},-`,
        `${amount} kroner`,
        `${grouped.replaceAll(' ', '\u00a0')} kr`,
        `kr ${grouped}`,
      ]
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (amount) => {
        for (const text of spelt(amount))
          expect(keys(`Det koster ${text} i dag`)).toEqual([`money ${amount}`])
      }),
    )
  })

  test('a date without a year is the same in every year', () => {
    const [short] = valuesIn('3. mars')
    const [long] = valuesIn('3.3.2027')
    expect(sameValue(short!, long!)).toBe(true)
    expect(sameValue(long!, valuesIn('3. mars 2028')[0]!)).toBe(false)
  })
})

const body =
  'Oppsigelsestiden er {{tall oppsigelsestid: 14 dager}}. Flyttegebyret er {{pris flyttegebyr: 1 200 kr}} fra {{dato: 3. mars}}. Abonnementet koster 99 kr.'
const facts = coreFacts(body, new Map())
const core = plainOf(body, new Map())
const check = (text: string) => checkFacts(facts, core, text).map(({ is }) => is)

describe('a version against the core', () => {
  test('agrees in any spelling', () => {
    expect(check('Fjorten dager oppsigelse, kr 1200,- fra 03.03.')).toEqual(['agrees', 'agrees', 'agrees'])
  })

  test('lacks what it does not say', () => {
    expect(check('Si opp på nettsiden.')).toEqual(['missing', 'missing', 'missing'])
  })

  test('differs where another value stands, and tells which', () => {
    const found = checkFacts(facts, core, 'Oppsigelsestiden er 30 dager, og gebyret er 1 200 kr fra 3. mars.')
    expect(found[0]).toMatchObject({ is: 'differs', expected: '14 dager', found: ['30 dager'] })
    expect(isWrong(found)).toBe(true)
  })

  test('another amount of the core is no other value', () => {
    expect(check('14 dager, 1200 kr fra 3. mars. Abonnementet koster 99 kr.')).toEqual([
      'agrees',
      'agrees',
      'agrees',
    ])
  })

  test('the core itself always agrees', () => {
    expect(isWrong(checkFacts(facts, core, core))).toBe(false)
  })
})

describe('a reply in the log', () => {
  const judge = (reply: string) => judgeReply(facts, core, reply).verdict

  test.each([
    ['Hei! Du har 14 dagers oppsigelsestid.', 'agrees'],
    ['Oppsigelsestiden er 30 dager.', 'contradicts'],
    ['Flyttegebyret er på kr 900,-.', 'contradicts'],
    ['Vi tar 900 kr i gebyr for flyttingen.', 'contradicts'],
    ['Vi har sendt saken videre.', 'lacks'],
    // Numbers about something else are no contradiction.
    ['Fakturaen din er på 1 349 kr og forfaller 20. mai.', 'lacks'],
    ['Du får svar innen 2 dager.', 'lacks'],
    ['Flyttegebyret var 900 kr før, nå er det 1 200 kr.', 'agrees'],
    ['Ordrenummeret er 30302, oppsigelsestiden er fjorten dager.', 'agrees'],
  ] as const)('%s → %s', (reply, verdict) => {
    expect(judge(reply)).toBe(verdict)
  })
})
