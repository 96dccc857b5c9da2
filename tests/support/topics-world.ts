/** A log of six questions asked in many ways, in a source of the server's first organisation. */
import { createHash } from 'node:crypto'
import { newId } from '../../src/kernel/ids.ts'
import { textKey } from '../../src/understand/topics/rules/text/text-key.ts'
import '../../src/understand/intake/tables.ts'
import type { TestServer } from './server.ts'

const opening = ['', 'Hei! ', 'Hei, ', 'God dag, ', 'Hallo, ']
const ending = ['', ' Takk', ' på forhånd takk', '?', ' snart']

/** Three parts each: any choice of the three asks the same. */
export const questions: Readonly<Record<string, readonly (readonly string[])[]>> = {
  bill: [
    ['hvorfor er', 'kan dere forklare hvorfor', 'jeg skjønner ikke at'],
    ['strømregningen', 'regningen', 'fakturaen'],
    ['så høy denne måneden', 'mye dyrere enn vanlig', 'dobbelt så stor som i fjor'],
  ],
  move: [
    ['jeg skal flytte', 'vi flytter', 'flytting'],
    ['til ny leilighet', 'til ny adresse', 'neste måned'],
    ['hvordan melder jeg fra', 'hva gjør jeg med avtalen', 'kan avtalen bli med'],
  ],
  password: [
    ['jeg har glemt', 'finner ikke', 'må få nytt'],
    ['passordet', 'brukernavn og passord', 'passord'],
    ['til Min side', 'og får ikke logget inn', 'på innloggingen'],
  ],
  outage: [
    ['strømmen er borte', 'det er strømbrudd', 'vi er uten strøm'],
    ['i hele gata', 'på hytta', 'siden i morges'],
    ['når kommer den tilbake', 'vet dere når feilen er rettet', 'er det noen som jobber med feilen'],
  ],
  cancel: [
    ['jeg vil si opp', 'ønsker å avslutte', 'hvordan sier jeg opp'],
    ['avtalen min', 'abonnementet', 'kundeforholdet'],
    ['fra første dag', 'så fort som mulig', 'uten bindingstid'],
  ],
  meter: [
    ['jeg får ikke lest av', 'målerstanden er feil på', 'hvordan leser jeg av'],
    ['måleren', 'den nye måleren', 'strømmåleren'],
    ['i kjelleren', 'displayet er svart', 'tallet stemmer ikke'],
  ],
}

export type TopicsWorld = {
  readonly sourceId: string
  readonly batchId: string
  readonly truth: ReadonlyMap<string, string>
}

export function keyOfText(text: string): string {
  const hex = createHash('sha256').update(textKey(text)).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

/** All texts of the log with the question that each asks. */
export function allQuestions(): { text: string; question: string }[] {
  return Object.entries(questions).flatMap(([question, [first = [], second = [], third = []]]) =>
    first.flatMap((a, i) =>
      second.flatMap((b, j) =>
        third.map((c, k) => ({
          question,
          text: `${opening[(i + j + k) % 5]}${a} ${b} ${c}${ending[(i + 2 * j + k) % 5]}`,
        })),
      ),
    ),
  )
}

export async function makeTopicsWorld(server: TestServer): Promise<TopicsWorld> {
  const { organisationId } = server.organisations[0]
  const { personId } = await server.person('manager')
  const [sourceId, batchId, now] = [newId(), newId(), new Date('2026-03-02T08:00:00Z')]
  const { db } = server
  await db
    .insertInto('intake_source')
    .values({
      organisation_id: organisationId,
      source_id: sourceId,
      name: `Logg ${sourceId.slice(-6)}`,
      reader: 'table',
      contact_definition: 'En samtale',
      profile: '{}',
      created_at: now,
      created_by: personId,
      changed_at: now,
      retired_at: null,
    })
    .execute()
  await db
    .insertInto('intake_batch')
    .values({
      organisation_id: organisationId,
      batch_id: batchId,
      source_id: sourceId,
      file_name: 'logg.csv',
      content_hash: null,
      state: 'done',
      job_id: null,
      person_id: personId,
      received_at: now,
      finished_at: now,
      rows_read: 0,
      rows_landed: 0,
      rows_known: 0,
      rows_changed: 0,
      rows_refused: 0,
      contacts_landed: 0,
      masked: '{}',
      error: null,
    })
    .execute()
  const texts = allQuestions()
  await addTexts(
    server,
    { sourceId, batchId },
    texts.map(({ text }) => text),
  )
  return { sourceId, batchId, truth: new Map(texts.map(({ text, question }) => [keyOfText(text), question])) }
}

/** Enquiries of these texts, one of each; a code instead of a text where it begins with #. */
export async function addTexts(
  server: TestServer,
  { sourceId, batchId }: Pick<TopicsWorld, 'sourceId' | 'batchId'>,
  texts: readonly string[],
): Promise<void> {
  const channels = ['phone', 'email', 'chat'] as const
  await server.db
    .insertInto('enquiry')
    .values(
      texts.map((text, place) => ({
        organisation_id: server.organisations[0].organisationId,
        enquiry_id: newId(),
        source_id: sourceId,
        source_record_id: newId(),
        batch_id: batchId,
        contact_id: null,
        leg_of: null,
        channel: channels[place % 3]!,
        direction: 'in' as const,
        started_at: new Date(Date.UTC(2026, 1, 1 + (place % 28), 9)),
        started_on: `2026-02-${String(1 + (place % 28)).padStart(2, '0')}`,
        customer_key: null,
        text: text.startsWith('#') ? null : text,
        text_key: text.startsWith('#') ? null : keyOfText(text),
        agent_text: null,
        reason_code: text.startsWith('#') ? text.slice(1) : null,
        queue: null,
        wait_seconds: null,
        handle_seconds: null,
        transfers: null,
        outcome: null,
        resolved: null,
        tried_self_service: null,
        csat: null,
        weight: text.startsWith('#') ? 10 : 1,
        language: 'nb' as const,
      })),
    )
    .execute()
}
