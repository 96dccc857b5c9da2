import { describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/calendar.ts'
import { factsOf } from './text/reply.ts'
import { demoTopics } from './topics/index.ts'
import { demoTruth, demoYear } from './truth.ts'
import { textId } from './world.ts'

const now = new Date('2027-03-01T09:00:00Z')
const year = demoYear(now)
const truth = demoTruth(now)

const about = (key: string, from: string, to: string) =>
  year.enquiries.filter(
    ({ topics, startedOn, legOf }) =>
      legOf === null && topics[0]?.key === key && startedOn >= from && startedOn < to,
  ).length

describe('the year of enquiries', () => {
  it('is the same from the same seed, and another from another', () => {
    const again = demoYear(now)
    expect(again.enquiries.length).toBe(year.enquiries.length)
    expect(again.enquiries[999]).toEqual(year.enquiries[999])
    expect(demoYear(now, 'another').enquiries[999]).not.toEqual(year.enquiries[999])
  })

  it('has about 25,000 records in seven channels, ended yesterday', () => {
    expect(year.enquiries.length).toBeGreaterThan(22_000)
    expect(year.enquiries.length).toBeLessThan(29_000)
    expect(new Set(year.enquiries.map(({ channel }) => channel)).size).toBe(7)
    expect(year.enquiries.at(-1)!.startedOn).toBe('2027-02-28')
  })

  it('is in bokmål mostly, with nynorsk and English', () => {
    const written = year.enquiries.filter(({ text, channel }) => text !== null && channel !== 'phone')
    const share = (language: string) =>
      written.filter((one) => one.language === language).length / written.length
    expect(share('nn')).toBeGreaterThan(0.09)
    expect(share('nn')).toBeLessThan(0.15)
    expect(share('en')).toBeGreaterThan(0.06)
    expect(share('en')).toBeLessThan(0.1)
  })

  it('has texts varied enough that grouping is a task', () => {
    const texts = year.enquiries.flatMap(({ text }) => text ?? [])
    expect(new Set(texts.map(textId)).size / texts.length).toBeGreaterThan(0.6)
  })

  it('asks the new question from its day on and never before', () => {
    const { key, from } = truth.newQuestion
    expect(about(key, '2020-01-01', from)).toBe(0)
    expect(about(key, from, '2027-03-01')).toBeGreaterThan(60)
  })

  it('has the new question rise plainly in its last week, on whatever day the world is made', () => {
    for (const today of ['2026-11-30', '2027-05-10', '2027-09-04', '2027-10-01', '2027-10-28']) {
      const made = demoYear(new Date(`${today}T12:00:00Z`))
      const asked = (from: number, to: number) =>
        made.enquiries.filter(
          ({ topics, legOf, startedOn }) =>
            legOf === null &&
            topics[0]?.key === truth.newQuestion.key &&
            startedOn >= addDays(today, -from) &&
            startedOn < addDays(today, -to),
        ).length
      expect(asked(7, 0), today).toBeGreaterThan(2.5 * (asked(35, 7) / 4))
    }
  })

  it('halves the mended question against the rest, and only that', () => {
    const drop = (key: string, from: string) =>
      about(key, from, '2027-03-01') / 98 / (about(key, '2020-01-01', from) / 267)
    expect(drop(truth.realDrop.key, truth.realDrop.from)).toBeLessThan(0.65)
    expect(drop(truth.noDrop.key, truth.noDrop.from)).toBeGreaterThan(0.75)
  })

  it('has no slot or choice left in a text', () => {
    const left = year.enquiries.filter(({ text, agentText }) => /[<>{}|]/.test(`${text}${agentText}`))
    expect(left.map(({ text }) => text)).toEqual([])
  })

  it('knows where each reply agrees with the facts', () => {
    const agreeing = year.enquiries.filter(({ reply }) => reply === 'agrees')
    const contradicting = year.enquiries.filter(({ reply }) => reply === 'contradicts')
    expect(contradicting.length).toBeGreaterThan(300)
    for (const { topics, agentText } of agreeing.slice(0, 500))
      for (const { right } of factsOf(topics[0]!)) expect(agentText).toContain(right)
  })

  it('has no two topics with the same question', () => {
    const questions = demoTopics.flatMap(({ nb, en }) => [...nb, ...en])
    expect(new Set(questions).size).toBe(questions.length)
  })
})
