import { toLocal } from '../../../src/kernel/zone.ts'
import {
  type Check,
  type ContactWay,
  contactWays,
  type Found,
  type ParticipantDetail,
} from '../../../src/measure/participants/contract.ts'
import { Icon } from '../../design/icon.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Words = ReturnType<typeof useTexts<typeof participantTexts.texts.nb>>

function valuesOf(found: Found, way: ContactWay, t: Words): readonly string[] {
  switch (way) {
    case 'phone':
      return found.phone.map(({ number, label }) => (label ? `${number} (${label})` : number))
    case 'email':
      return found.email
    case 'contactForm':
      return found.contactForm === false
        ? []
        : [found.contactForm === true ? t('detail.onPage') : found.contactForm]
    case 'chat':
      return found.chat.map(({ vendor }) => (vendor === 'unknown' ? t('detail.vendorUnknown') : vendor))
    case 'messenger':
      return found.messenger
  }
}

/** Both checks beside each other, way by way; a row on which they disagree is marked. */
export function FoundTable({ detail }: { readonly detail: ParticipantDetail }) {
  const t = useTexts(participantTexts)
  const rounds = [1, 2].map((round) => detail.checks.find((check) => check.round === round))
  return (
    <section className="lp-found" aria-labelledby="found-title">
      <h3 id="found-title">{t('detail.found')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="lp-visually-hidden">{t('column.chosen')}</span>
            </th>
            {rounds.map((check, at) => (
              <RoundHead key={at === 0 ? 'first' : 'second'} round={at + 1} check={check} />
            ))}
          </tr>
        </thead>
        <tbody>
          {contactWays.map((way) => {
            const isDifferent = detail.differences.includes(way)
            return (
              <tr key={way} data-different={isDifferent || undefined}>
                <th scope="row">
                  {t(`way.${way}`)}
                  {isDifferent && (
                    <span className="lp-found__mark">
                      <Icon name="warning" size={15} /> {t('detail.different')}
                    </span>
                  )}
                </th>
                {rounds.map((check, at) => (
                  <td key={at === 0 ? 'first' : 'second'} data-label={t('detail.round', { round: at + 1 })}>
                    <Values values={check?.outcome === 'read' ? valuesOf(check.found, way, t) : undefined} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Values({ values }: { readonly values: readonly string[] | undefined }) {
  const t = useTexts(participantTexts)
  if (values === undefined) return <span className="lp-quiet">–</span>
  if (values.length === 0) return <span className="lp-quiet">{t('nothing')}</span>
  return values.map((value) => <div key={value}>{value}</div>)
}

function RoundHead({ round, check }: { readonly round: number; readonly check: Check | undefined }) {
  const t = useTexts(participantTexts)
  const format = useFormats()
  return (
    <th scope="col">
      {t('detail.round', { round })}
      <span className="lp-found__when">
        {check ? format.shortDate(toLocal(new Date(check.checkedAt)).date) : t('detail.notChecked')}
        {check && check.outcome !== 'read' && `: ${t(`detail.outcome.${check.outcome}`)}`}
      </span>
    </th>
  )
}
