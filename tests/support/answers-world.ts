/** A topic with enquiries and replies, and core answers about it in every state, made through the API. */
import { createHash } from 'node:crypto'
import { newId } from '../../src/kernel/ids.ts'
import type { ContentBody } from '../../src/understand/answers/contract.ts'
import { answerChannels } from '../../src/understand/answers/rules/answer-words.ts'
import type { TestServer } from './server.ts'

export const moveBody =
  'Du kan flytte avtalen på Min side.\n\n1. Logg inn på {{lenke Min side: https://kraft.example.no/min-side}}\n2. Velg «Flytte»\n\nGi beskjed senest {{tall varslingsfrist: 14 dager}} før. Flyttegebyret er {{pris flyttegebyr: 249 kr}}.'

export function contentOf(title: string, body: string, more: Partial<ContentBody> = {}): ContentBody {
  return {
    source: 'nb',
    texts: { nb: { title, body, translates: null } },
    questions: ['Jeg skal flytte, hva gjør jeg?'],
    sheet: { tasks: 'Flytte strømmen til ny adresse', goals: 'Færre telefoner', waysIn: '', waysForward: '' },
    channels: [...answerChannels],
    ...more,
  }
}

export type AnswersWorld = Awaited<ReturnType<typeof makeAnswersWorld>>

export async function makeAnswersWorld(server: TestServer) {
  const { client, personId } = await server.signIn('editor')
  const { organisationId } = server.organisations[0]
  const run = (text: string, values: readonly unknown[]) => server.database.pool.query(text, [...values])

  async function topic(name: string): Promise<string> {
    const topicId = newId()
    await run(
      `insert into topic (organisation_id, topic_id, name, name_given, state, created_at, changed_at)
       values ($1, $2, $3, true, 'confirmed', now(), now())`,
      [organisationId, topicId, name],
    )
    return topicId
  }

  let sourceId: string | undefined
  async function source(): Promise<string> {
    if (sourceId) return sourceId
    sourceId = newId()
    await run(
      `insert into intake_source (organisation_id, source_id, name, reader, contact_definition, profile, created_at,
         created_by, changed_at) values ($1, $2, $3, 'json', 'Én samtale', '{}', now(), $4, now())`,
      [organisationId, sourceId, `Kilde ${sourceId}`, personId],
    )
    return sourceId
  }

  /** An enquiry about the topic, with what the agent replied. */
  async function enquiry(
    topicId: string,
    one: { channel: string; text: string; reply: string | null; daysAgo?: number },
  ): Promise<string> {
    const enquiryId = newId()
    const key = createHash('sha256').update(`${topicId} ${one.text}`).digest('hex')
    const textKey = `${key.slice(0, 8)}-${key.slice(8, 12)}-4${key.slice(13, 16)}-8${key.slice(17, 20)}-${key.slice(20, 32)}`
    await run(
      `insert into enquiry (organisation_id, enquiry_id, source_id, source_record_id, batch_id, channel, direction,
         started_at, started_on, text, text_key, agent_text)
       values ($1, $2, $3, $10, $4, $5, 'in', now() - make_interval(days => $6::int), current_date - $6::int, $7, $8, $9)`,
      [
        organisationId,
        enquiryId,
        await source(),
        newId(),
        one.channel,
        one.daysAgo ?? 2,
        one.text,
        textKey,
        one.reply,
        enquiryId,
      ],
    )
    await run(
      `insert into text_topic (organisation_id, text_key, topic_id, share, certainty, origin, assigned_at)
       values ($1, $2, $3, 1, 0.9, 'model', now()) on conflict do nothing`,
      [organisationId, textKey, topicId],
    )
    return enquiryId
  }

  async function answer(title = 'Flytte strømavtalen', body = moveBody, topicId: string | null = null) {
    const { answerId } = await client.answers.create({ topicId, title, language: 'nb' })
    await client.answers.save({ answerId, baseRevision: 1, content: contentOf(title, body) })
    return answerId
  }

  /** Agreed without owners asking, as an organisation without channel owners does it. */
  async function agreed(title?: string, body?: string, topicId: string | null = null) {
    const answerId = await answer(title, body, topicId)
    await client.answers.move({ answerId, move: 'submit' })
    await client.answers.move({ answerId, move: 'agree' })
    return answerId
  }

  async function approved(answerId: string, channel: (typeof answerChannels)[number]) {
    await client.answers.versions.draft({ answerId, channel, language: 'nb' })
    const { versionList } = await client.answers.get({ answerId })
    const { editNumber } = versionList.find((version) => version.channel === channel)!
    return client.answers.versions.approve({ answerId, channel, language: 'nb', editNumber })
  }

  return { client, organisationId, topic, enquiry, answer, agreed, approved }
}
