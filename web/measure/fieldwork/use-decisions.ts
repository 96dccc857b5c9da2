import { useQueryClient } from '@tanstack/react-query'
import type { QueueItem } from '../../../src/measure/fieldwork/contract.ts'
import { api, client } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type Decided = 'approved' | 'returned'

/**
 * Approve and return: the next one is shown at once and the decision is stored meanwhile. One that is refused
 * comes back into the queue, and the page says why.
 */
export function useDecisions(editionId: string, onNext: () => void) {
  const t = useTexts(fieldworkTexts)
  const toast = useToast()
  const problem = useProblemText()
  const queries = useQueryClient()
  const queue = api.fieldwork.review.queue.queryOptions({ input: { editionId } })

  async function store(item: QueueItem, decided: Decided, send: () => Promise<unknown>): Promise<void> {
    const { number, contactId } = item
    await queries.cancelQueries({ queryKey: queue.queryKey })
    queries.setQueryData(queue.queryKey, (before) =>
      before ? { ...before, items: before.items.filter((one) => one.contactId !== contactId) } : before,
    )
    onNext()
    try {
      await send()
      toast({ text: t(`review.${decided}`, { number }) })
    } catch (error) {
      toast({ text: t('review.failed', { number, why: problem(error) }) })
    } finally {
      await queries.invalidateQueries({ queryKey: api.fieldwork.key() })
    }
  }

  return {
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
