import type { PlanChanges } from '../../../src/measure/planning/contract.ts'

export type ReadChanges =
  | { readonly ok: true; readonly changes: PlanChanges }
  | { readonly ok: false; readonly problem: 'half' | 'backwards' }

/** What a person has asked for in the form; what is as it was is left out. */
export function readChanges(fields: FormData, presentWeeks: number): ReadChanges {
  const text = (name: string) => String(fields.get(name) ?? '').trim()
  const [from, to, weeks] = [text('from'), text('to'), Number(text('weeks'))]
  if ((from === '') !== (to === '')) return { ok: false, problem: 'half' }
  if (from > to) return { ok: false, problem: 'backwards' }
  const isNewLength = Number.isInteger(weeks) && weeks >= 1 && weeks <= 53 && weeks !== presentWeeks
  return {
    ok: true,
    changes: {
      ...(from === '' ? {} : { pause: { from, to } }),
      ...(isNewLength ? { weeks } : {}),
      ...(text('overdue') === '' ? {} : { overdue: true }),
    },
  }
}
