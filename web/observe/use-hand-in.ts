import { newId } from '../../src/kernel/ids.ts'
import type { FilledForm } from '../../src/measure/fieldwork/contract.ts'
import { handInForm, handInWaits } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import { useToast } from '../design/toast.tsx'
import { observeTexts } from '../i18n/observe.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { changeRecord } from './device-records.ts'
import { type Sent, sendWork } from './send-work.ts'
import { madeNow, type OpenAssignment } from './use-assignment.ts'

/** Nobody waits longer than this to hear that the form is safe on the phone. */
const patience = 6000

/**
 * Hands the form in: kept here under its own id first, so that nothing is lost on the way and nothing doubled.
 * `act` tells what became of it: on the server, kept to be sent later, or refused.
 */
export function useHandIn({ key, work }: OpenAssignment, { answers, comments, transcript }: FilledForm) {
  const t = useTexts(observeTexts)
  const toast = useToast()
  const act = async (): Promise<Sent['outcome']> => {
    const text = transcript?.trim() ?? ''
    const form = { answers, comments, ...(text === '' ? {} : { transcript: text }) }
    const [id, made] = [newId(), madeNow()]
    await changeRecord(key, (record) => ({ ...record, work: handInForm(record.work, { id, form, made }) }))
    const later = new Promise<Sent>((resolve) => {
      window.setTimeout(() => resolve({ outcome: 'kept', error: undefined }), patience)
    })
    const { outcome } = await Promise.race([sendWork(key.owner, key.contactId), later])
    const words = { sent: 'form.submitted', kept: 'form.submittedLater', refused: 'refused' } as const
    toast({ text: t(words[outcome]) })
    return outcome
  }
  return { waits: handInWaits(work), act }
}
