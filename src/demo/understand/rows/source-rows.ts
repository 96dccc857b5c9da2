/** The sources of the demo world with their own definitions of a contact, and one delivery a month from each. */
import { seededRandom } from '../../../kernel/random.ts'
import { toInstant } from '../../../kernel/zone.ts'
import { insertRows } from '../../demo-store.ts'
import { seededId } from '../../seeded-id.ts'
import { idFrom } from '../world.ts'
import { type DemoChannel, demoChannels } from '../year/channels.ts'
import type { DemoEnquiry } from '../year/records.ts'
import type { DemoSetting } from './setting.ts'

type Source = {
  readonly name: string
  readonly reader: string
  readonly definition: string
  readonly file: string
}

const sources: Readonly<Record<DemoChannel, Source>> = {
  phone: {
    name: 'Telefonsentralen',
    reader: 'genesys',
    definition: 'Et anrop som kom i kø, med alle viderekoblinger. Anrop som legges på i køen, teller også.',
    file: 'samtaler.json',
  },
  email: {
    name: 'Kundepost',
    reader: 'mbox',
    definition: 'En tråd i postkassen. Svar fra kunden innen tråden er samme henvendelse.',
    file: 'kundepost.mbox',
  },
  chat: {
    name: 'Chat på nettsidene',
    reader: 'chatwoot',
    definition: 'En samtale fra den åpnes til den lukkes, uansett hvor mange som svarer.',
    file: 'chat.json',
  },
  chatbot: {
    name: 'Chatboten',
    reader: 'table',
    definition: 'En økt der kunden skrev minst én gang.',
    file: 'chatbot.csv',
  },
  social: {
    name: 'Facebook-siden',
    reader: 'table',
    definition: 'Et innlegg eller en melding fra en kunde, med svarene under.',
    file: 'facebook.csv',
  },
  web: { name: 'Kontaktskjemaet', reader: 'table', definition: 'Et innsendt skjema.', file: 'skjema.csv' },
  inPerson: {
    name: 'Skranken',
    reader: 'tally',
    definition: 'En person som kom til skranken, krysset av under én årsak.',
    file: '',
  },
}

export const sourceIdOf = (channel: DemoChannel): string => idFrom(`demo source ${channel}`)
const batchIdOf = (channel: DemoChannel, month: string) => idFrom(`demo batch ${channel} ${month}`)
export const batchOf = ({ channel, startedOn }: DemoEnquiry): string =>
  batchIdOf(channel, startedOn.slice(0, 7))

export async function insertSources({ trx, organisation, now }: DemoSetting): Promise<void> {
  const { organisationId, scopes } = organisation
  await insertRows(
    trx,
    'intake_source',
    demoChannels.map((channel) => ({
      organisation_id: organisationId,
      source_id: sourceIdOf(channel),
      name: sources[channel].name,
      reader: sources[channel].reader,
      contact_definition: sources[channel].definition,
      profile: {},
      created_at: now,
      created_by: scopes.manager.personId,
      changed_at: now,
      retired_at: null,
    })),
  )
}

export async function insertBatches(
  { trx, organisation }: DemoSetting,
  enquiries: readonly DemoEnquiry[],
): Promise<void> {
  const deliveries = Map.groupBy(enquiries, ({ channel, startedOn }) => `${channel} ${startedOn.slice(0, 7)}`)
  await insertRows(
    trx,
    'intake_batch',
    [...deliveries].map(([key, delivered]) => {
      const [channel, month] = key.split(' ') as [DemoChannel, string]
      const random = seededRandom(key)
      const last = delivered.at(-1)!
      const receivedAt = new Date(
        toInstant(last.startedOn, '23:30').getTime() + Math.floor(random() * 1000) * 1000,
      )
      return {
        organisation_id: organisation.organisationId,
        batch_id: batchIdOf(channel, month),
        source_id: sourceIdOf(channel),
        file_name: sources[channel].file === '' ? null : `${month}-${sources[channel].file}`,
        content_hash: seededId(random, receivedAt).replaceAll('-', ''),
        state: 'done' as const,
        job_id: null,
        person_id: organisation.scopes.manager.personId,
        received_at: receivedAt,
        finished_at: new Date(receivedAt.getTime() + 2000),
        rows_read: delivered.length,
        rows_landed: delivered.length,
        rows_known: 0,
        rows_changed: 0,
        rows_refused: 0,
        // A leg is a row and no contact of its own.
        contacts_landed: delivered.reduce((sum, { weight, legOf }) => sum + (legOf === null ? weight : 0), 0),
        masked: {},
        error: null,
      }
    }),
  )
}
