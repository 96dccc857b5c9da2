import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { newId } from '../../src/kernel/ids.ts'
import type {
  AssignmentDetail,
  ClockEvent,
  ClockKind,
  LogEvent,
} from '../../src/measure/fieldwork/contract.ts'
import type { StatusMethod } from '../../src/measure/fieldwork/rules/clock-status.ts'
import { assignedLife, type Life, stepLife } from '../../src/measure/fieldwork/rules/contact-state.ts'
import { api } from '../api.ts'
import { useProblemText } from '../design/states.tsx'
import { useToast } from '../design/toast.tsx'
import { useMe } from '../session.ts'
import { changeWork, type LocalWork, useWork, type WorkKey } from './local-work.ts'
import { sendWork } from './send-work.ts'

/** One assignment as it stands: what the server knows, and on top of it what this browser has not sent yet. */
export type OpenAssignment = {
  readonly key: WorkKey
  readonly detail: AssignmentDetail
  readonly method: StatusMethod
  readonly work: LocalWork
  readonly life: Life
  /** Logs an event of the clock: here at once, on the server as soon as it can be. */
  readonly log: (kind: ClockKind, more?: Partial<Omit<ClockEvent, 'eventId' | 'kind'>>) => Promise<void>
}

export function useAssignment(contactId: string) {
  const { personId } = useMe().person
  const key = useMemo(() => ({ personId, contactId }), [personId, contactId])
  const work = useWork(key)
  const query = useQuery(api.fieldwork.observe.get.queryOptions({ input: { contactId } }))
  const detail = query.data
  const toast = useToast()
  const problem = useProblemText()
  const open =
    detail === undefined
      ? undefined
      : openAssignment(key, detail as AssignmentDetail, {
          work,
          onRefused: (error) => toast({ text: problem(error) }),
        })
  return { query, open }
}

type Here = { readonly work: LocalWork; readonly onRefused: (error: unknown) => void }

function openAssignment(key: WorkKey, detail: AssignmentDetail, { work, onRefused }: Here): OpenAssignment {
  const { channel, closedDays } = detail.method
  const method = { protocol: channel.protocol, window: channel.window, closedDays }
  return {
    key,
    detail,
    work,
    method,
    life: liveLife([...detail.log, ...work.events], method),
    log: async (kind, more = {}) => {
      const event = { eventId: newId(), kind, at: new Date().toISOString(), ...more }
      changeWork(key, (before) => ({ ...before, events: [...before.events, event] }))
      const sent = await sendWork(key)
      if (sent.outcome === 'refused') onRefused(sent.error)
    },
  }
}

/** An event is in both lists for a moment after it was sent; the server refuses what cannot be, and so do we. */
function liveLife(log: readonly LogEvent[], method: StatusMethod): Life {
  const seen = new Set<string>()
  let life = assignedLife
  for (const event of log) {
    if (seen.has(event.eventId)) continue
    seen.add(event.eventId)
    const step = stepLife(life, event, method)
    if (step.ok) life = step.life
  }
  return life
}
