/** Colleagues who wait for a yes or a no, and shifts that anybody may take. */
import { Button } from '@digdir/designsystemet-react'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useShiftTimes } from '../shift-times.ts'
import { useAct } from '../use-act.ts'
import type { OwnView } from './use-own.ts'

type Swap = OwnView['offered'][number]

/** Asked of the agent by name; those to anybody come after. */
export const askedOf = (own: OwnView): readonly Swap[] =>
  own.swaps.filter(({ mine, state }) => !mine && state === 'asked')

export function AskedOfMe({ own }: { readonly own: OwnView }) {
  const t = useTexts(ownShiftTexts)
  const asked = askedOf(own)
  const open = own.offered.filter(({ swapId }) => !asked.some((each) => each.swapId === swapId))
  if (asked.length + open.length === 0) return null
  return (
    <section className="lp-card lp-card--notice" aria-labelledby="own-asked">
      <h2 id="own-asked">{t('asked.title')}</h2>
      <ul className="lp-plain-list lp-own-list">
        {asked.map((swap) => (
          <Asked key={swap.swapId} swap={swap} />
        ))}
        {open.map((swap) => (
          <Asked key={swap.swapId} swap={swap} isOpen />
        ))}
      </ul>
      <p className="lp-small lp-quiet">{t('asked.after')}</p>
    </section>
  )
}

function Asked({ swap, isOpen = false }: { readonly swap: Swap; readonly isOpen?: boolean }) {
  const t = useTexts(ownShiftTexts)
  const { span } = useShiftTimes()
  const accept = useAct(api.shifts.own.answerSwap.mutationOptions(), { done: t('asked.accepted') })
  const decline = useAct(api.shifts.own.answerSwap.mutationOptions(), { done: t('asked.declined') })
  if (!swap.shift) return null
  const { swapId } = swap
  const said = { name: swap.from.name, span: span(swap.shift) }
  return (
    <li>
      <p>
        {swap.return
          ? t('asked.swap', { ...said, back: span(swap.return) })
          : t(isOpen ? 'asked.open' : 'asked.take', said)}
      </p>
      <div className="lp-row">
        <Button
          data-size="sm"
          loading={accept.isPending}
          onClick={() => accept.mutate({ swapId, accept: true })}
        >
          {t('asked.accept')}
        </Button>
        {!isOpen && (
          <Button
            data-size="sm"
            variant="secondary"
            loading={decline.isPending}
            onClick={() => decline.mutate({ swapId, accept: false })}
          >
            {t('asked.decline')}
          </Button>
        )}
      </div>
      {(accept.error ?? decline.error) && <ErrorState error={accept.error ?? decline.error} />}
    </li>
  )
}
