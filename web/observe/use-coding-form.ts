import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { newId } from '../../src/kernel/ids.ts'
import type { CodingDetail } from '../../src/measure/coding/contract.ts'
import type { AskedQuestion } from '../../src/measure/fieldwork/contract.ts'
import { api } from '../api.ts'
import { useToast } from '../design/toast.tsx'
import { codingTexts } from '../i18n/coding.ts'
import { useTexts } from '../i18n/use-texts.ts'

type Answers = Readonly<Record<string, string>>

export type OpenCoding = {
  /** In the order of the areas. */
  readonly questions: readonly AskedQuestion[]
  readonly answers: Answers
  readonly answer: (question: string, answer: string) => void
  readonly note: string
  readonly write: (note: string) => void
  /** Questions without an answer. */
  readonly left: number
  /** Whether the server keeps a draft of it. */
  readonly saved: boolean
  readonly handIn: () => void
  readonly isSending: boolean
  readonly error: Error | null
}

export function useCodingForm(coding: CodingDetail): OpenCoding {
  const begun = coding.draft ?? coding.handedIn
  const [answers, setAnswers] = useState<Answers>(begun?.answers ?? {})
  const [note, setNote] = useState(begun?.note ?? '')
  const { codingId, form } = coding
  const questions = form.areas.flatMap(({ id }) => form.questions.filter(({ area }) => area === id))
  const isTouched = answers !== begun?.answers || note !== begun?.note
  const saved = useDraft({ codingId, answers, note, isTouched })
  const { mutate, handInId, isPending, error } = useHandIn(codingId)
  return {
    questions,
    answers,
    answer: (question, answer) => setAnswers((before) => ({ ...before, [question]: answer })),
    note,
    write: setNote,
    left: questions.filter(({ id }) => answers[id] === undefined).length,
    saved,
    handIn: () => mutate({ codingId, handInId, answers: { ...answers }, note }),
    isSending: isPending,
    error,
  }
}

type Draft = {
  readonly codingId: string
  readonly answers: Answers
  readonly note: string
  readonly isTouched: boolean
}

/** Keeps the half-filled form a moment after the last touch. */
function useDraft({ codingId, answers, note, isTouched }: Draft): boolean {
  const { mutate, isSuccess } = useMutation(api.coding.saveDraft.mutationOptions())
  useEffect(() => {
    if (!isTouched) return
    const timer = window.setTimeout(() => mutate({ codingId, answers: { ...answers }, note }), 800)
    return () => window.clearTimeout(timer)
  }, [mutate, codingId, answers, note, isTouched])
  return isSuccess
}

function useHandIn(codingId: string) {
  const t = useTexts(codingTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  // One id for as long as the page is open: pressing twice hands in once.
  const [handInId] = useState(() => newId())
  const handIn = useMutation(
    api.coding.handIn.mutationOptions({
      onSuccess: async () => {
        queries.removeQueries({ queryKey: api.coding.open.queryKey({ input: { codingId } }) })
        await queries.invalidateQueries({ queryKey: api.coding.key() })
        toast({ text: t('one.handedIn') })
        await navigate({ to: '/observe/codings' })
      },
    }),
  )
  return { ...handIn, handInId }
}
