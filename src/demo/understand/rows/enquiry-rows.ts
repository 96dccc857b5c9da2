/** Every enquiry of the year as a row. */
import { type DemoRow, insertRows } from '../../demo-store.ts'
import { idFrom, textId } from '../world.ts'
import type { DemoEnquiry } from '../year/records.ts'
import type { DemoSetting } from './setting.ts'
import { batchOf, sourceIdOf } from './source-rows.ts'

export const enquiryIdOf = (recordId: string): string => idFrom(`demo enquiry ${recordId}`)

export async function insertEnquiries(
  { trx, organisation }: DemoSetting,
  enquiries: readonly DemoEnquiry[],
): Promise<void> {
  const { organisationId } = organisation
  await insertRows(
    trx,
    'enquiry',
    enquiries.map((enquiry) => enquiryRow(organisationId, enquiry)),
  )
}

function enquiryRow(organisationId: string, enquiry: DemoEnquiry): DemoRow<'enquiry'> {
  return {
    organisation_id: organisationId,
    enquiry_id: enquiryIdOf(enquiry.recordId),
    source_id: sourceIdOf(enquiry.channel),
    source_record_id: enquiry.recordId,
    batch_id: batchOf(enquiry),
    contact_id: enquiry.channel === 'inPerson' ? null : (enquiry.legOf ?? enquiry.recordId),
    leg_of: enquiry.legOf,
    channel: enquiry.channel,
    direction: 'in',
    started_at: enquiry.startedAt,
    started_on: enquiry.startedOn,
    customer_key:
      enquiry.customer === null ? null : idFrom(`demo customer ${enquiry.customer}`).replaceAll('-', ''),
    text: enquiry.text,
    text_key: enquiry.text === null ? null : textId(enquiry.text),
    agent_text: enquiry.agentText,
    reason_code: enquiry.reasonCode,
    queue: enquiry.queue,
    wait_seconds: enquiry.waitSeconds,
    handle_seconds: enquiry.handleSeconds,
    transfers: enquiry.transfers,
    outcome: enquiry.outcome,
    resolved: enquiry.resolved,
    tried_self_service: enquiry.triedSelfService,
    csat: enquiry.csat,
    weight: enquiry.weight,
    language: enquiry.language,
    // Less than any state that a source sends, so that a real delivery of the same record would replace it.
    record_state: '',
  }
}
