/** What channel discovery finds on the demo companies' built-in pages, as the two checks before an edition. */
import { type Found, readSite, toFound, webSource } from '../measure/participants/index.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { withDemoPages } from './contact-pages/index.ts'
import type { DemoParticipant } from './demo-edition.ts'
import { insertRows } from './demo-store.ts'
import { demoCompanies } from './world.ts'

export type DemoFinds = ReadonlyMap<string, Found>

/** Every built-in page, read once by the product's own reader. */
export async function readDemoPages(): Promise<DemoFinds> {
  const source = withDemoPages(webSource())
  const finds = new Map<string, Found>()
  for (const { page } of demoCompanies) finds.set(page, toFound(await readSite(`demo:${page}`, source)))
  await source.close()
  return finds
}

type Checks = {
  readonly editionId: string
  readonly participants: readonly DemoParticipant[]
  readonly finds: DemoFinds
  readonly rounds: readonly { readonly round: 1 | 2; readonly at: Date }[]
}

export async function insertChecks(
  { trx, organisation }: { readonly trx: Db; readonly organisation: DemoOrganisation },
  { editionId, participants, finds, rounds }: Checks,
): Promise<void> {
  await insertRows(
    trx,
    'channel_check',
    rounds.flatMap(({ round, at }) =>
      participants.map(({ participantId, page }, index) => ({
        organisation_id: organisation.organisationId,
        edition_id: editionId,
        participant_id: participantId,
        round,
        checked_at: at,
        source: `demo:${page}`,
        outcome: 'read' as const,
        found: round === 1 && index % 9 === 6 ? outOfHours(finds.get(page)!) : finds.get(page)!,
        note: null,
        screenshot: null,
      })),
    ),
  )
}

/** Some chats are loaded in office hours only: the first check came too early for them. */
function outOfHours(found: Found): Found {
  return { ...found, chat: [], evidence: found.evidence.filter(({ kind }) => kind !== 'chat') }
}
