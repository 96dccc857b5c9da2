/**
 * Several plans in one document: the scenario itself is how things are, and each plan says what is different. A plan
 * names queues and groups by their id; a field that it gives takes the place of the scenario's, `null` takes it away
 * (a merge patch, RFC 7396).
 */
import type { InputIssue } from '../../../kernel/errors.ts'
import { checkScenario } from './check-scenario.ts'
import type { Scenario } from './scenario.ts'

export type NamedPlan = { readonly name: string; readonly scenario: Scenario }
export type CheckedPlans =
  | { readonly ok: true; readonly plans: readonly NamedPlan[] }
  | { readonly ok: false; readonly issues: readonly InputIssue[] }

type Fields = Readonly<Record<string, unknown>>

export const mostPlans = 6

/** The plans of a document. Without `plans` there is one: the scenario. */
export function readPlans(document: unknown): CheckedPlans {
  if (!isFields(document)) return refused([{ code: 'is not an object', path: 'document' }])
  const { plans, ...base } = document
  const checked = checkScenario(base)
  if (!checked.ok) return checked
  const first = { name: checked.scenario.name ?? 'A', scenario: checked.scenario }
  if (plans === undefined) return { ok: true, plans: [first] }
  if (!Array.isArray(plans) || plans.length === 0 || plans.length > mostPlans)
    return refused([{ code: `is a list of 1–${mostPlans} plans`, path: 'plans' }])
  const all = plans.map((plan, at) => readPlan(base, plan, at))
  const issues = all.flatMap((each) => ('issues' in each ? each.issues : []))
  if (issues.length > 0) return refused(issues)
  return { ok: true, plans: all as NamedPlan[] }
}

const refused = (issues: readonly InputIssue[]): CheckedPlans => ({ ok: false, issues })

function readPlan(
  base: Fields,
  plan: unknown,
  at: number,
): NamedPlan | { readonly issues: readonly InputIssue[] } {
  const path = `plans.${at}`
  if (!isFields(plan)) return { issues: [{ code: 'is not an object', path }] }
  const { name, queues = {}, groups = {}, ...others } = plan
  if (typeof name !== 'string' || name.trim() === '')
    return { issues: [{ code: 'a plan has a name', path: `${path}.name` }] }
  const unknown = Object.keys(others)
  if (unknown.length > 0)
    return {
      issues: unknown.map((field) => ({ code: 'is not a field of a plan', path: `${path}.${field}` })),
    }
  const [ownQueues, ownGroups] = [
    patchedById(base.queues, queues, `${path}.queues`),
    patchedById(base.groups, groups, `${path}.groups`),
  ]
  const issues = [...ownQueues.issues, ...ownGroups.issues]
  if (issues.length > 0) return { issues }
  const checked = checkScenario({ ...base, queues: ownQueues.items, groups: ownGroups.items }, path)
  return checked.ok ? { name, scenario: checked.scenario } : { issues: checked.issues }
}

function patchedById(items: unknown, patches: unknown, path: string) {
  if (!isFields(patches)) return { items: [], issues: [{ code: 'is an object of changes by id', path }] }
  const list = items as readonly Fields[]
  const issues: InputIssue[] = Object.keys(patches)
    .filter((id) => !list.some((item) => item.id === id))
    .map((id) => ({ code: 'is not in the scenario', path: `${path}.${id}`, value: id }))
  return {
    issues,
    items: list.map((item) =>
      Object.hasOwn(patches, item.id as string) ? merged(item, patches[item.id as string]) : item,
    ),
  }
}

function merged(target: unknown, patch: unknown): unknown {
  if (!isFields(patch)) return patch
  const result: Record<string, unknown> = isFields(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = merged(result[key], value)
  }
  return result
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
