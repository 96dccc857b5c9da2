/** Who is short after a yes, who else is away, and which limits would be passed. */
import { useQuery } from '@tanstack/react-query'
import type { Consequences } from '../../../src/plan/shifts/requests/contract.ts'
import { findingText } from '../../../src/plan/shifts/rules/finding-texts.ts'
import type { SwapToDecide } from '../../../src/plan/shifts/week/contract.ts'
import { api } from '../../api.ts'
import { ErrorState, Loading } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { shiftRequestTexts } from '../../i18n/shift-requests.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { useShiftTimes } from '../shift-times.ts'
import type { WaitingItem } from './waiting-items.ts'

export function ConsequencesOf({ item }: { readonly item: WaitingItem }) {
  const t = useTexts(shiftRequestTexts)
  const isSwap = item.kind === 'swap'
  const ofAbsence = useQuery({
    ...api.shifts.requests.absence.queryOptions({ input: { absenceId: item.id } }),
    enabled: !isSwap,
  })
  const ofSwap = useQuery({
    ...api.shifts.requests.swap.queryOptions({ input: { swapId: item.id } }),
    enabled: isSwap,
  })
  const { data, error, refetch } = isSwap ? ofSwap : ofAbsence
  return (
    <div className="lp-stack lp-requests__consequences">
      <h3>{t(item.kind === 'cover' ? 'consequences.titleCover' : 'consequences.title')}</h3>
      {error ? <ErrorState error={error} onAgain={() => void refetch()} /> : null}
      {data ? <Told consequences={data as Consequences} isSwap={isSwap} /> : !error && <Loading lines={3} />}
      {isSwap && <Limits swap={item.swap} />}
    </div>
  )
}

type ToldProps = { readonly consequences: Consequences; readonly isSwap: boolean }
const mostShifts = 5

function Told({ consequences: { shifts, known, short, away }, isSwap }: ToldProps) {
  const t = useTexts(shiftRequestTexts)
  const { span } = useShiftTimes()
  const list = shifts.slice(0, mostShifts).map(span).join('; ') + (shifts.length > mostShifts ? ' …' : '')
  return (
    <>
      {!isSwap && (
        <p>
          {shifts.length === 0
            ? t('consequences.noShifts')
            : t('consequences.shifts', { count: shifts.length, list })}
        </p>
      )}
      {shifts.length > 0 && !known && <p>{t('consequences.unknown')}</p>}
      {shifts.length > 0 && known && short.length === 0 && (
        <p>
          <Status tone="good">{t('consequences.nobody')}</Status>
        </p>
      )}
      {short.length > 0 && (
        <ul className="lp-plain-list lp-requests__short">
          {short.map((each) => (
            <li key={`${each.queueId} ${each.from}`}>
              <Status tone="warning">
                {each.missingNow > 0
                  ? t('consequences.shortNow', {
                      queue: each.queue,
                      span: span(each),
                      missing: each.missing,
                      now: each.missingNow,
                    })
                  : t('consequences.short', { queue: each.queue, span: span(each), missing: each.missing })}
              </Status>
            </li>
          ))}
        </ul>
      )}
      {!isSwap && (
        <p className="lp-quiet">
          {away.length === 0
            ? t('consequences.noneAway')
            : t('consequences.away', { count: away.length, names: away.join(', ') })}
        </p>
      )}
    </>
  )
}

function Limits({ swap }: { readonly swap: SwapToDecide }) {
  const t = useTexts(shiftRequestTexts)
  const language = useLanguage()
  if (!swap.shift) return <p>{t('gone')}</p>
  if (swap.findings.length === 0)
    return (
      <p>
        <Status tone="good">{t('consequences.noLimits')}</Status>
      </p>
    )
  const nameOf = (agentId: string) => (agentId === swap.from.agentId ? swap.from.name : (swap.to?.name ?? ''))
  return (
    <>
      <h3>{t('consequences.limits')}</h3>
      <ul className="lp-plain-list lp-requests__short">
        {swap.findings.map((finding) => (
          <li key={`${finding.rule} ${finding.agentId} ${finding.value}`}>
            <Status tone="bad">
              {t('consequences.finding', {
                name: nameOf(finding.agentId),
                text: findingText(finding, language),
              })}
              {finding.paragraph !== null && ` ${finding.paragraph}`}
            </Status>
          </li>
        ))}
      </ul>
    </>
  )
}
