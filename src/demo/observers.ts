/** The demo world's observers. The first is the one who can sign in; the others are there to share the work. */
import { addDays } from '../kernel/calendar.ts'
import { type Random, seededRandom } from '../kernel/random.ts'
import { toLocal } from '../kernel/zone.ts'
import type { PlanObserver } from '../measure/planning/rules/plan-input.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { insertRows } from './demo-store.ts'
import { seededId } from './seeded-id.ts'
import { demoCompanies, demoObservers, signedInObserver } from './world.ts'

export type DemoObserver = { readonly plan: PlanObserver; readonly personId: string }

type Chance = { readonly now: Date; readonly random: Random }

export function demoObserverPool(
  { scopes }: DemoOrganisation,
  { now, random }: Chance,
): readonly DemoObserver[] {
  const madeAt = new Date(now.getTime() - 500 * 86_400_000)
  const company = () => demoCompanies[Math.floor(random() * demoCompanies.length)]!.name
  return [signedInObserver, ...demoObservers].map((name, index) => ({
    personId: index === 0 ? scopes.observer.personId : seededId(random, madeAt),
    plan: {
      id: seededId(random, madeAt),
      name,
      contactsPerWeek: 5,
      customerOf: [...new Set([company(), company(), company()])],
      absences: random() < 0.25 ? [winterBreak(now)] : [],
      ...limits[index],
    },
  }))
}

/** A few who study or work besides, and one who does not chat. */
const limits: Readonly<Record<number, Partial<PlanObserver>>> = {
  4: { hours: [1, 2, 3, 4].map((weekday) => ({ weekday, from: '09:00', to: '15:00' })) },
  11: { hours: [1, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '13:00' })) },
  16: { channels: ['phone', 'email', 'messenger'] },
}

function winterBreak(now: Date) {
  const from = addDays(toLocal(now).date, 24)
  return { from, to: addDays(from, 4) }
}

export async function insertObservers(
  trx: Db,
  { organisationId }: DemoOrganisation,
  { observers, now }: { readonly observers: readonly DemoObserver[]; readonly now: Date },
): Promise<void> {
  const tenant = { organisation_id: organisationId }
  const others = observers.slice(1)
  await insertRows(
    trx,
    'person',
    others.map(({ personId, plan }, index) => ({
      ...tenant,
      person_id: personId,
      user_id: null,
      name: plan.name,
      email: `observator${index + 2}@demo.lyttepost.no`,
      language: 'nb' as const,
      roles: ['observer' as const],
      active: true,
      created_at: now,
    })),
  )
  await insertRows(
    trx,
    'observer',
    observers.map(({ personId, plan }) => ({
      ...tenant,
      observer_id: plan.id,
      person_id: personId,
      name: plan.name,
      contacts_per_week: plan.contactsPerWeek,
      active: true,
      created_at: now,
    })),
  )
  await insertRows(
    trx,
    'observer_conflict',
    observers.flatMap(({ plan, personId }) =>
      plan.customerOf.map((name, index) => ({
        ...tenant,
        observer_id: plan.id,
        conflict_id: seededId(seededRandom(`customer ${plan.id} ${index}`), now),
        participant_name: name,
        kind: 'customer' as const,
        note: '',
        declared_at: now,
        declared_by: personId,
        ended_at: null,
        ended_by: null,
      })),
    ),
  )
  await insertRows(
    trx,
    'observer_absence',
    observers.flatMap(({ plan }) =>
      plan.absences.map(({ from, to }) => ({
        ...tenant,
        observer_id: plan.id,
        from_date: from,
        to_date: to,
        reason: 'Ferie',
      })),
    ),
  )
}
