import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { QueueItem } from '../../../src/measure/fieldwork/contract.ts'
import { api, client } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Decided = 'approved' | 'returned'

type Last = { readonly item: QueueItem; readonly stored: Promise<boolean> }

/** One version of one submission: corrected and handed in again, it is another thing to decide. */
function keyOf({ contactId, version }: Pick<QueueItem, 'contactId' | 'version'>): string {
  return `${contactId} ${version}`
}

/** Somebody who decides one after the other is not kept waiting by the queue being read anew each time. */
const restMs = 1200

/**
 * Approve and return: the next one is shown at once and the decision is stored meanwhile. What is decided stays
 * out of the queue, whatever an older answer says; one that is refused comes back, and the page says why. The last
 * decision can be taken back, and then the log holds both.
 */
export function useDecisions(editionId: string) {
  const t = useTexts(fieldworkTexts)
  const toast = useToast()
  const problem = useProblemText()
  const readAnew = useReadAnew()
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<Last>()
  const pace = usePace()

  const takeOut = (items: readonly Pick<QueueItem, 'contactId' | 'version'>[]) =>
    setDecided((before) => new Set([...before, ...items.map(keyOf)]))
  const putBack = (items: readonly Pick<QueueItem, 'contactId' | 'version'>[]) => {
    const back = new Set(items.map(keyOf))
    setDecided((before) => new Set([...before].filter((key) => !back.has(key))))
  }

  async function store(item: QueueItem, as: Decided, send: () => Promise<unknown>): Promise<boolean> {
    const { number } = item
    try {
      await send()
      toast({ text: t(`review.${as}`, { number }) })
      return true
    } catch (error) {
      putBack([item])
      setLast((now) => (now?.item === item ? undefined : now))
      toast({ text: t('review.failed', { number, why: problem(error) }) })
      return false
    } finally {
      readAnew([item])
    }
  }

  function decide(item: QueueItem, as: Decided, send: () => Promise<unknown>): void {
    takeOut([item])
    pace.count(1)
    setLast({ item, stored: store(item, as, send) })
  }

  async function undo(): Promise<void> {
    if (!last) return
    const { item, stored } = last
    setLast(undefined)
    if (!(await stored)) return
    try {
      await client.fieldwork.review.reopen(whereOf(editionId, item))
      putBack([item])
      pace.count(-1)
      toast({ text: t('review.reopened', { number: item.number }) })
    } catch (error) {
      toast({ text: t('review.failed', { number: item.number, why: problem(error) }) })
    }
    readAnew([item], 0)
  }

  async function approveMany(items: readonly QueueItem[]): Promise<void> {
    takeOut(items)
    try {
      const sent = items.map(({ contactId, version }) => ({ contactId, version }))
      const { approved, refused } = await client.fieldwork.review.approveClean({ editionId, items: sent })
      const back = new Set(refused.map(({ contactId }) => contactId))
      putBack(items.filter(({ contactId }) => back.has(contactId)))
      pace.count(approved.length)
      if (approved.length > 0) toast({ text: t('review.approvedMany', { count: approved.length }) })
      if (refused.length > 0) toast({ text: t('review.refusedMany', { count: refused.length }) })
    } catch (error) {
      putBack(items)
      toast({ text: problem(error) })
    }
    readAnew(items, 0)
  }

  return {
    isOpen: (item: QueueItem) => !decided.has(keyOf(item)),
    last: last?.item,
    decidedNow: pace.decided,
    secondsEach: pace.secondsEach,
    undo: () => void undo(),
    approveMany,
    approve: (item: QueueItem) =>
      decide(item, 'approved', () => client.fieldwork.review.approve(whereOf(editionId, item))),
    sendBack: (item: QueueItem, note: string) =>
      decide(item, 'returned', () => client.fieldwork.review.return({ ...whereOf(editionId, item), note })),
  }
}

function whereOf(editionId: string, { contactId, version }: QueueItem) {
  return { editionId, contactId, version }
}

/** What was decided is old at once; the queue and the figures when nobody has decided anything for a moment. */
function useReadAnew() {
  const queries = useQueryClient()
  const timer = useRef<number>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return (items: readonly Pick<QueueItem, 'contactId'>[], afterMs = restMs): void => {
    for (const { contactId } of items)
      void queries.invalidateQueries({
        queryKey: api.fieldwork.review.get.key({ input: { contactId } }),
        refetchType: 'none',
      })
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      void queries.invalidateQueries({ queryKey: api.fieldwork.key(), refetchType: 'none' })
      void queries.invalidateQueries({ queryKey: api.fieldwork.review.queue.key() })
    }, afterMs)
  }
}

/** How many have been decided since the page was opened, and how long each took. */
function usePace() {
  const [decided, setDecided] = useState(0)
  const [span, setSpan] = useState({ since: Date.now(), until: Date.now() })
  return {
    decided,
    secondsEach: decided > 1 ? Math.round((span.until - span.since) / decided / 1000) : undefined,
    count: (more: number) => {
      setDecided((before) => Math.max(0, before + more))
      setSpan(({ since }) => ({ since, until: Date.now() }))
    },
  }
}
