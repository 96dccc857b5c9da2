/** Swaps that the agent has asked for or been asked about, each with where it stands. */
import { Button } from '@digdir/designsystemet-react'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { Status, type Tone } from '../../design/status.tsx'
import { agentRequestTexts } from '../../i18n/agent-requests.ts'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useShiftTimes } from '../shift-times.ts'
import { useAct } from '../use-act.ts'
import type { OwnView } from './use-own.ts'

type Swap = OwnView['swaps'][number]

const tones: Readonly<Record<Swap['state'], Tone>> = {
  asked: 'neutral',
  accepted: 'information',
  approved: 'good',
  declined: 'bad',
  refused: 'bad',
  withdrawn: 'neutral',
}
const mostShown = 6

export function MySwaps({ own }: { readonly own: OwnView }) {
  const t = useTexts(ownShiftTexts)
  // What waits for the agent stands at the top of the page.
  const shown = own.swaps.filter(({ mine, state }) => mine || state !== 'asked').slice(0, mostShown)
  if (shown.length === 0) return null
  return (
    <section className="lp-card" aria-labelledby="own-swaps">
      <h2 id="own-swaps">{t('swaps.title')}</h2>
      <ul className="lp-plain-list lp-own-list">
        {shown.map((swap) => (
          <SwapLine key={swap.swapId} swap={swap} />
        ))}
      </ul>
    </section>
  )
}

function SwapLine({ swap }: { readonly swap: Swap }) {
  const t = useTexts(ownShiftTexts)
  const shared = useTexts(agentRequestTexts)
  const withdraw = useAct(api.shifts.own.withdrawSwap.mutationOptions(), { done: t('swaps.withdrawn') })
  const { swapId, state, mine, to, answer } = swap
  const isOpen = state === 'asked' || state === 'accepted'
  return (
    <li>
      <p>{useSwapText(swap)}</p>
      <div className="lp-row">
        <Status tone={tones[state]}>
          {state === 'asked' && to
            ? shared('swapState.askedOf', { name: to.name })
            : shared(`swapState.${state}`)}
        </Status>
        {mine && isOpen && (
          <Button
            variant="tertiary"
            data-size="sm"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ swapId })}
          >
            {t('swaps.withdraw')}
          </Button>
        )}
      </div>
      {answer !== '' && <p className="lp-small">{t('absence.answer', { answer })}</p>}
      {withdraw.error && <ErrorState error={withdraw.error} />}
    </li>
  )
}

function useSwapText({ shift, return: back, mine, from: { name } }: Swap): string {
  const t = useTexts(ownShiftTexts)
  const { span } = useShiftTimes()
  if (!shift) return t('swaps.gone')
  const own = { span: span(shift) }
  if (mine) return back ? t('swaps.giveBack', { ...own, back: span(back) }) : t('swaps.give', own)
  return back ? t('swaps.takeBack', { ...own, name, back: span(back) }) : t('swaps.take', { ...own, name })
}
