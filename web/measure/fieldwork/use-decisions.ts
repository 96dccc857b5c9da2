import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { QueueItem } from '../../../src/measure/fieldwork/contract.ts'
import { api, client } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Decided = 'approved' | 'returned'

/** One version of one submission: corrected and handed in again, it is another thing to decide. */
function keyOf({ contactId, version }: QueueItem): string {
  return `${contactId} ${version}`
}

/**
 * Approve and return: the next one is shown at once and the decision is stored meanwhile. What is decided stays
 * out of the queue, whatever an older answer says; one that is refused comes back, and the page says why.
 */
export function useDecisions(editionId: string) {
  const t = useTexts(fieldworkTexts)
  const toast = useToast()
  const problem = useProblemText()
  const queries = useQueryClient()
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())

  async function store(item: QueueItem, as: Decided, send: () => Promise<unknown>): Promise<void> {
    const { number } = item
    setDecided((before) => new Set([...before, keyOf(item)]))
    try {
      await send()
      toast({ text: t(`review.${as}`, { number }) })
    } catch (error) {
      setDecided((before) => new Set([...before].filter((key) => key !== keyOf(item))))
      toast({ text: t('review.failed', { number, why: problem(error) }) })
    }
    await queries.invalidateQueries({ queryKey: api.fieldwork.key(), refetchType: 'none' })
    await queries.invalidateQueries({ queryKey: api.fieldwork.review.queue.key() })
  }

  return {
    isOpen: (item: QueueItem) => !decided.has(keyOf(item)),
    approve: (item: QueueItem) =>
      void store(item, 'approved', () => client.fieldwork.review.approve(whereOf(editionId, item))),
    sendBack: (item: QueueItem, note: string) =>
      void store(item, 'returned', () =>
        client.fieldwork.review.return({ ...whereOf(editionId, item), note }),
      ),
  }
}

function whereOf(editionId: string, { contactId, version }: QueueItem) {
  return { editionId, contactId, version }
}
