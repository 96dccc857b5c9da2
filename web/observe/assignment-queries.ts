/** The observer's list and assignments: asked of the server, kept on this device, and read from there without a network. */
import { queryOptions } from '@tanstack/react-query'
import type { AssignmentDetail, AssignmentList } from '../../src/measure/fieldwork/contract.ts'
import { isUnsent, noWork } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import { api, client, queryClient } from '../api.ts'
import { ProblemError } from '../problem.ts'
import type { Owner } from './device-db.ts'
import { changeRecord, newerDetail, recordOf, recordsOf, type WorkKey } from './device-records.ts'
import { keepList } from './kept-person.ts'

export function listQuery(owner: Owner) {
  return queryOptions({
    queryKey: api.fieldwork.observe.list.queryKey(),
    // Asked also when the browser believes that there is no network: an error is an answer that can be shown.
    networkMode: 'always',
    queryFn: async (): Promise<AssignmentList> => {
      const list = (await client.fieldwork.observe.list()) as AssignmentList
      await keepList(owner, list)
      return list
    },
  })
}

export function detailQuery(key: WorkKey) {
  const { contactId } = key
  return queryOptions({
    queryKey: api.fieldwork.observe.get.queryKey({ input: { contactId } }),
    networkMode: 'always',
    queryFn: async (): Promise<AssignmentDetail> => {
      const detail = (await client.fieldwork.observe.get({ contactId })) as AssignmentDetail
      await keepDetail(key, detail)
      return detail
    },
  })
}

function keepDetail(key: WorkKey, detail: AssignmentDetail): Promise<boolean> {
  const detailAt = Date.now()
  return changeRecord(key, (record) => ({ ...record, detail: newerDetail(record.detail, detail), detailAt }))
}

/** Asks again for what may have changed on the server. */
export async function refreshAssignment({ contactId }: WorkKey): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: api.fieldwork.observe.get.queryKey({ input: { contactId } }) }),
    queryClient.invalidateQueries({ queryKey: api.fieldwork.observe.list.key() }),
  ])
}

const halfADay = 12 * 3_600_000
const finished: readonly string[] = ['submitted', 'resubmitted', 'approved']

/**
 * Fetches, one after the other, the assignments of a list that this device does not have or has in an older state,
 * so that each of them opens without a network; and drops those that are no longer on it. Stops when the network
 * does.
 */
export async function fetchAhead(owner: Owner, { items }: AssignmentList): Promise<void> {
  const listed = new Set(items.map(({ contactId }) => contactId))
  const gone = recordsOf(owner).filter(({ contactId, work }) => !listed.has(contactId) && !isUnsent(work))
  for (const key of gone) await changeRecord(key, ({ contactId }) => ({ owner, contactId, work: noWork }))
  for (const { contactId, state } of items) {
    const { detail, detailAt = 0 } = recordOf({ owner, contactId })
    const isThere = detail?.state === state && Date.now() - detailAt < halfADay
    if (isThere || finished.includes(state)) continue
    try {
      await queryClient.fetchQuery({ ...detailQuery({ owner, contactId }), staleTime: 0, retry: false })
    } catch (error) {
      // One that the server will not open yet, such as before the briefing test, keeps none of the others back.
      if (!isRefused(error)) return
    }
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof ProblemError && error.status >= 400 && error.status < 500
}
