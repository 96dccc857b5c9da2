/** What to do, in a sentence. */
import type { DoneAction, ProposalView } from '../../../src/plan/today/contract.ts'
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

type Act = Pick<DoneAction, 'kind' | 'people' | 'minutes' | 'from' | 'to'> & {
  /** Whom it borrows from. */
  readonly other: string
}

export function useActText(): (act: Act) => string {
  const t = useTexts(todayTexts)
  const { times, time } = useFormats()
  return ({ kind, people, minutes, from, to, other }) => {
    const span = times(from, to)
    switch (kind) {
      case 'moveBreaks':
        return t('act.moveBreaks', { people, span })
      case 'borrow':
        return t('act.borrow', { people, queue: other, span })
      case 'callIn':
        return t('act.callIn', { people, span })
      case 'stay':
        return t('act.stay', { people, minutes })
      case 'early':
        return t('act.early', { people, minutes })
      case 'release':
        return t('act.release', { people, from: time(from) })
      default:
        return t(`act.${kind}`, { span })
    }
  }
}

/** A proposal as an act. */
export const actOf = ({ kind, people, minutes, effect, cost }: ProposalView): Act => ({
  kind,
  people,
  minutes,
  from: effect.from,
  to: effect.to,
  other: cost[0]?.queue ?? '',
})

/** What is taken for granted, or to be looked after, in a sentence; nothing for most. */
export function useAssumption(): (proposal: ProposalView) => string | undefined {
  const t = useTexts(todayTexts)
  const { percent, number } = useFormats()
  return ({ kind, share, people, minutes }) => {
    if ((kind === 'callback' || kind === 'message' || kind === 'postpone') && share !== null)
      return t(`act.assume.${kind}`, { share: percent(share) })
    if (kind === 'stay' || kind === 'early') return t('act.assume.agreed')
    if (kind === 'callIn') return t('act.assume.overtime')
    if (kind === 'release') return t('act.assume.hours', { hours: number((people * minutes) / 60, 1) })
    return undefined
  }
}
