import { Details } from '@digdir/designsystemet-react'
import type { Check, ParticipantDetail } from '../../../src/measure/participants/contract.ts'
import { Status, type Tone } from '../../design/status.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'

type Words = ReturnType<typeof useTexts<typeof participantTexts.texts.nb>>
type Item = Check['found']['evidence'][number]
const tones: Readonly<Record<Item['verdict'], Tone>> = {
  used: 'good',
  hint: 'information',
  rejected: 'neutral',
}

/** Everything that the checks saw, side by side: used, rejected and why, with the words around it. */
export function EvidenceView({ detail }: { readonly detail: ParticipantDetail }) {
  const t = useTexts(participantTexts)
  return (
    <Details className="lp-evidence">
      <Details.Summary>{t('evidence.title')}</Details.Summary>
      <Details.Content>
        <div className="lp-evidence__rounds">
          {detail.checks.map((check) => (
            <Round key={check.round} check={check} participantId={detail.participantId} />
          ))}
        </div>
      </Details.Content>
    </Details>
  )
}

function Round({ check, participantId }: { readonly check: Check; readonly participantId: string }) {
  const t = useTexts(participantTexts)
  const { evidence, pages, skipped } = check.found
  return (
    <section>
      <h4>{t('detail.round', { round: check.round })}</h4>
      {check.outcome !== 'read' && <p>{reasonText(t, check.reason)}</p>}
      {check.outcome === 'read' && evidence.length === 0 && (
        <p className="lp-quiet">{t('evidence.nothing')}</p>
      )}
      <ul className="lp-plain-list lp-evidence__list">
        {evidence.map((item) => (
          <li key={`${item.kind} ${item.value} ${item.reason} ${item.url} ${item.snippet}`}>
            <Seen item={item} />
          </li>
        ))}
      </ul>
      {pages.length > 0 && <Addresses title={t('evidence.pages')} addresses={pages} />}
      {skipped.length > 0 && (
        <Addresses
          title={t('evidence.skipped')}
          addresses={skipped.map(({ url, reason }) => `${url} · ${reasonText(t, reason)}`)}
        />
      )}
      {check.screenshot && <Picture round={check.round} participantId={participantId} />}
    </section>
  )
}

function Seen({ item }: { readonly item: Item }) {
  const t = useTexts(participantTexts)
  return (
    <>
      <div className="lp-row">
        <Status tone={tones[item.verdict]}>{t(`evidence.${item.verdict}`)}</Status>
        <strong>{t(`evidence.kind.${item.kind}`)}</strong>
        {item.reason && <span className="lp-quiet lp-small">{whyText(t, item.reason)}</span>}
      </div>
      <p className="lp-evidence__value">{item.value}</p>
      {item.snippet && <p className="lp-small lp-quiet lp-evidence__snippet">{item.snippet}</p>}
    </>
  )
}

function Addresses({ title, addresses }: { readonly title: string; readonly addresses: readonly string[] }) {
  return (
    <div className="lp-small">
      <strong>{title}</strong>
      <ul className="lp-plain-list">
        {addresses.map((address) => (
          <li key={address} className="lp-evidence__value lp-quiet">
            {address}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Picture({ round, participantId }: { readonly round: number; readonly participantId: string }) {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const address = `/api/measure/editions/${editionId}/participants/${participantId}/checks/${round}/screenshot`
  return (
    <figure className="lp-evidence__picture">
      <img src={address} alt={t('evidence.screenshotAlt', { round })} loading="lazy" />
    </figure>
  )
}

const known = participantTexts.texts.nb

function whyText(t: Words, reason: string): string {
  const key = reason.replace(/^not-first-choice:/, '')
  return Object.hasOwn(known.evidence.why, key)
    ? t(`evidence.why.${key as keyof typeof known.evidence.why}`)
    : key
}

function reasonText(t: Words, reason: string | null): string {
  if (reason === null) return ''
  return Object.hasOwn(known.reason, reason) ? t(`reason.${reason as keyof typeof known.reason}`) : reason
}
