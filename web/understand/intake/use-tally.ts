import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../../src/kernel/ids.ts'
import { api, client, queryClient } from '../../api.ts'
import { ProblemError } from '../../problem.ts'
import { useMe } from '../../session.ts'
import { keepPresses, keptPresses, type TallyPress, withoutSent } from './tally-queue.ts'

const againMs = 5000
const mostAtOnce = 200

/** The tally as it stands on this phone: what the server has counted, and what waits to be sent. */
export function useTally(sourceId: string) {
  const { personId } = useMe().person
  const input = { sourceId }
  const tally = useQuery(api.intake.tally.get.queryOptions({ input }))
  const [queue, setQueue] = useState(() => keptPresses(personId, sourceId))
  const [last, setLast] = useState<readonly TallyPress[]>([])
  const [refusal, setRefusal] = useState<unknown>(null)
  const sending = useRef(false)
  useEffect(() => keepPresses(personId, sourceId, queue), [personId, sourceId, queue])

  const send = useCallback(async (): Promise<void> => {
    if (sending.current || queue.length === 0) return
    sending.current = true
    const presses = queue.slice(0, mostAtOnce)
    try {
      const counted = await client.intake.tally.press({ sourceId, presses: [...presses] })
      const { queryKey } = api.intake.tally.get.queryOptions({ input: { sourceId } })
      queryClient.setQueryData(queryKey, counted)
      setRefusal(null)
      setQueue((all) => withoutSent(all, presses))
    } catch (error) {
      // A lost network is tried again; what the server refuses is told and stays in the queue.
      if (!(error instanceof ProblemError) || error.code !== 'offline') setRefusal(error)
    } finally {
      sending.current = false
    }
  }, [queue, sourceId])
  useEffect(() => {
    void send()
    const again = setInterval(() => void send(), againMs)
    const online = (): void => void send()
    window.addEventListener('online', online)
    return () => {
      clearInterval(again)
      window.removeEventListener('online', online)
    }
  }, [send])

  const press = (reason: string): void => {
    const one = { pressId: newId(), reason, at: new Date().toISOString(), undone: false }
    setQueue((all) => [...all, one])
    setLast((all) => [...all.slice(-19), one])
  }
  const undo = (): TallyPress | undefined => {
    const one = last.at(-1)
    if (!one) return undefined
    setLast((all) => all.slice(0, -1))
    // One that is not on its way yet never needs to be sent.
    const isHere = !sending.current && queue.some(({ pressId }) => pressId === one.pressId)
    setQueue((all) =>
      isHere ? all.filter(({ pressId }) => pressId !== one.pressId) : [...all, { ...one, undone: true }],
    )
    return one
  }
  return { tally, queue, refusal, canUndo: last.length > 0, press, undo }
}

/** How many of a reason stand today, those that wait included. */
export function countToday(
  today: readonly { readonly reason: string; readonly count: number }[],
  queue: readonly TallyPress[],
  reason: string,
): number {
  const counted = today.find((one) => one.reason === reason)?.count ?? 0
  const waiting = queue.filter((press) => press.reason === reason)
  return waiting.reduce((all, { undone }) => all + (undone ? -1 : 1), counted)
}
