/** What the demo world knows of one topic: how often and where it is asked, how it goes, and how people put it. */

export type DemoSeason = 'flat' | 'winter' | 'moving' | 'spring' | 'storm' | 'summer'
export type DemoMix = 'even' | 'phone' | 'digital' | 'form' | 'social' | 'counter'
export type DemoArea =
  | 'bill'
  | 'agreement'
  | 'moving'
  | 'grid'
  | 'meter'
  | 'account'
  | 'fibre'
  | 'home'
  | 'rest'

export type DemoTopic = {
  /** Names it in code and in the ground truth. */
  readonly key: string
  readonly name: string
  readonly area: DemoArea
  readonly season: DemoSeason
  readonly mix: DemoMix
  /** The wrap-up code that agents choose on the phone and that the counter ticks off. */
  readonly code: string
  /** Minutes of handling by phone, in the middle. */
  readonly minutes: number
  /** Chance that the first contact settles it. */
  readonly once: number
  /** Chance that the customer tried the web first. */
  readonly tried: number
  /** Chance that something not done, or done wrong, is the cause. */
  readonly failure: number
  /** Satisfaction, 0–1, of those who get an answer at once. */
  readonly csat: number
  /** How it is asked: `{a|b}` is a choice, `<kr>` a slot. */
  readonly nb: readonly string[]
  readonly en: readonly string[]
  /** What an agent notes after a call. */
  readonly notes: readonly string[]
  /** The agents' reply; in `<<right|wrong>>` the first is the fact and the second what some still say. */
  readonly answer: string
  readonly need: string
  readonly task: string
  /** Index of the strategic goal that it serves, in `demoGoals`. */
  readonly goal: number
}
