import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { newId } from '../../src/kernel/ids.ts'
import type { AssignmentDetail, ClockEvent, ClockKind } from '../../src/measure/fieldwork/contract.ts'
import type { StatusMethod } from '../../src/measure/fieldwork/rules/clock-status.ts'
import type { Life } from '../../src/measure/fieldwork/rules/contact-state.ts'
import { lifeHere, methodOf } from '../../src/measure/fieldwork/rules/life-here.ts'
import { correctedEvent } from '../../src/measure/fieldwork/rules/phone-clock.ts'
import { addEvent, noWork, type UnsentWork } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import { useProblemText } from '../design/states.tsx'
import { useToast } from '../design/toast.tsx'
import { clockCorrection, correctedNow } from '../server-contact.ts'
import { useMe } from '../session.ts'
import { detailQuery } from './assignment-queries.ts'
import { type Owner, ownerOf } from './device-db.ts'
import { thisDevice } from './device-marks.ts'
import { changeRecord, newerDetail, useRecord, type WorkKey } from './device-records.ts'
import { sendWork } from './send-work.ts'
import { askToKeep } from './storage.ts'

/** One assignment as it stands: what the server knows, and on top of it what this device has not sent yet. */
export type OpenAssignment = {
  readonly key: WorkKey
  readonly detail: AssignmentDetail
  readonly method: StatusMethod
  readonly work: UnsentWork
  readonly life: Life
  /** Logs an event of the clock: here at once, on the server as soon as it can be. */
  readonly log: (kind: ClockKind, more?: Partial<Omit<ClockEvent, 'eventId' | 'kind'>>) => Promise<void>
}

/** Whose work is kept and sent on this page. */
export function useOwner(): Owner {
  return ownerOf(useMe())
}

export function useAssignment(contactId: string) {
  const owner = useOwner()
  const key = useMemo(() => ({ owner, contactId }), [owner, contactId])
  const record = useRecord(key)
  const kept = record?.detail && { initialData: record.detail, initialDataUpdatedAt: record.detailAt ?? 0 }
  const query = useQuery({ ...detailQuery(key), ...kept })
  const toast = useToast()
  const problem = useProblemText()
  const detail = query.data && newerDetail(record?.detail, query.data)
  const open =
    detail &&
    openAssignment(key, detail, {
      work: record?.work ?? noWork,
      onRefused: (error) => toast({ text: problem(error) }),
    })
  return { query, open }
}

type Here = { readonly work: UnsentWork; readonly onRefused: (error: unknown) => void }

function openAssignment(key: WorkKey, detail: AssignmentDetail, { work, onRefused }: Here): OpenAssignment {
  return {
    key,
    detail,
    work,
    method: methodOf(detail),
    life: lifeHere(detail, work),
    log: async (kind, more = {}) => {
      const event = { eventId: newId(), kind, at: new Date().toISOString(), deviceId: thisDevice() }
      await logHere(key, { ...event, ...more })
      askToKeep()
      const sent = await sendWork(key.owner, key.contactId)
      if (sent.outcome === 'refused') onRefused(sent.error)
    },
  }
}

/** Kept on this device, with its time corrected when the phone's clock is known to be wrong. */
async function logHere(key: WorkKey, event: ClockEvent): Promise<void> {
  const corrected = correctedEvent(event, clockCorrection() ?? 0)
  const made = madeNow()
  await changeRecord(key, (record) => ({ ...record, work: addEvent(record.work, corrected, made) }))
}

/** When something is made, and whether the clock that says so has been compared. */
export function madeNow(): { readonly madeAt: string; readonly compared: boolean } {
  return { madeAt: correctedNow().toISOString(), compared: clockCorrection() !== undefined }
}
