/**
 * Four years of figures from before the demo's first edition: with a break when the questions were changed, one
 * centre that has had another name (tied), and one where the organiser has yet to say that it is the same.
 */
import { type Random, seededRandom } from '../kernel/random.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import { nameKey } from '../measure/participants/rules/import/read-import.ts'
import type { EarlierFigure } from '../measure/trend/contract.ts'
import { saveEarlier, saveJudgement } from '../measure/trend/index.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { normal } from './behaviour.ts'
import { insertRows } from './demo-store.ts'
import { type DemoCompany, demoClasses, demoCompanies } from './world.ts'

type Setting = { readonly trx: Db; readonly organisation: DemoOrganisation; readonly now: Date }

/** What the figures of a year were like, the oldest first; the questions were new from the third on. */
const levels = [
  { total: 63.5, unanswered: 19 },
  { total: 65.2, unanswered: 17.5 },
  { total: 58.9, unanswered: 16.5 },
  { total: 60.4, unanswered: 15 },
] as const

const formerNames: Readonly<Record<string, readonly [name: string, years: number]>> = {
  'Fossheim Energi': ['Fossheim Kraftlag', 2],
  'Tindheim Forsikring': ['Tindheim Skadeforsikring', 4],
}
const perCentre = 25

export async function buildDemoEarlier(
  { trx, organisation, now }: Setting,
  first: EditionMethod,
): Promise<void> {
  const scope = organisation.scopes.organiser
  const year = Number(first.calendar.start.slice(0, 4))
  const random = seededRandom('earlier')
  const figures = levels.flatMap((level, at) =>
    figuresOf({ year: year - levels.length + at, at, level }, random),
  )
  await saveEarlier(scope, trx, { figures, now })
  await saveJudgement(scope, trx, {
    year: year - 2,
    kind: 'break',
    reason: 'Nye spørsmål om råd og løsning, og nye poeng',
    judgedAt: now,
  })
  await saveJudgement(scope, trx, {
    year,
    kind: 'comparable',
    reason: `Samme skjema og poeng som i ${year - 1}`,
    judgedAt: now,
  })
  const [former] = formerNames['Fossheim Energi']!
  await insertRows(trx, 'series_link', [
    {
      organisation_id: organisation.organisationId,
      kind: 'participant',
      name_key: nameKey('Fossheim Energi'),
      name: 'Fossheim Energi',
      same_as_key: nameKey(former),
      same_as: former,
      linked_at: now,
      linked_by: scope.personId,
    },
  ])
}

type Year = {
  readonly year: number
  readonly at: number
  readonly level: { readonly total: number; readonly unanswered: number }
}

function figuresOf(season: Year, random: Random): readonly EarlierFigure[] {
  const centres = demoCompanies.map((company) => centreFigures(company, season, random))
  const all = centres.flat()
  const classes = demoClasses.flatMap((group) =>
    meansOf(all.filter((one) => one.class === group)).map((one) => ({ ...one, class: group })),
  )
  return [...all, ...classes, ...meansOf(all)]
}

/** A centre's total and share of unanswered, around its own strength. */
function centreFigures(company: DemoCompany, { year, at, level }: Year, random: Random): EarlierFigure[] {
  const total = bounded(level.total + 7 * company.strength + 4 * normal(random))
  const unanswered =
    (Math.round(Math.max(0, (level.unanswered / 100) * perCentre - company.strength + normal(random))) /
      perCentre) *
    100
  const [former, years] = formerNames[company.name] ?? [company.name, 0]
  const known = {
    edition: `Utgave ${year}`,
    year,
    class: company.class,
    participant: at < years ? former : company.name,
    n: perCentre,
  }
  const half = 9 + 2 * random()
  return [
    { ...known, figure: 'total', value: total, low: bounded(total - half), high: bounded(total + half) },
    { ...known, figure: 'unanswered', value: unanswered, low: null, high: null },
  ]
}

/** Means over the centres of a year, with an interval from their spread. */
function meansOf(figures: readonly EarlierFigure[]): EarlierFigure[] {
  return [...Map.groupBy(figures, ({ figure }) => figure)].map(([figure, members]) => {
    const count = members.length
    const value = members.reduce((sum, one) => sum + one.value, 0) / count
    const spread = Math.sqrt(members.reduce((sum, one) => sum + (one.value - value) ** 2, 0) / (count - 1))
    const half = (2 * spread) / Math.sqrt(count)
    const { edition, year } = members[0]!
    const n = count * perCentre
    const around = { value: tenth(value), low: bounded(value - half), high: bounded(value + half) }
    return { edition, year, class: '', participant: '', figure, n, ...around }
  })
}

const tenth = (value: number) => Math.round(value * 10) / 10
const bounded = (value: number) => tenth(Math.min(100, Math.max(0, value)))
