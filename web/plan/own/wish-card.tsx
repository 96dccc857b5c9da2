import { Button } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { WishView } from '../../../src/plan/shifts/people/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { agentRequestTexts } from '../../i18n/agent-requests.ts'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { WishForm } from '../agents/wish-form.tsx'
import { useWishText } from '../agents/wish-text.ts'
import { useAct } from '../use-act.ts'
import type { OwnView } from './use-own.ts'

/** What the agent wishes, in his own name or noted by the planner. */
export function WishCard({ own }: { readonly own: OwnView }) {
  const t = useTexts(ownShiftTexts)
  const [open, setOpen] = useState(false)
  const add = useAct(api.shifts.own.addWish.mutationOptions(), {
    done: t('wish.saved'),
    onDone: () => setOpen(false),
  })
  return (
    <section className="lp-card" aria-labelledby="own-wishes">
      <div className="lp-card__head">
        <h2 id="own-wishes">{t('wish.title')}</h2>
        <Button variant="tertiary" data-size="sm" onClick={() => setOpen(true)}>
          {t('act.wish')}
        </Button>
      </div>
      {own.wishes.length === 0 ? (
        <p className="lp-quiet">{t('wish.empty')}</p>
      ) : (
        <ul className="lp-plain-list lp-own-list">
          {own.wishes.map((wish) => (
            <WishLine key={wish.wishId} wish={wish} />
          ))}
        </ul>
      )}
      <p className="lp-small lp-quiet">{t('wish.text')}</p>
      <FormDialog open={open} title={t('wish.newTitle')} onClose={() => setOpen(false)}>
        <WishForm
          submit={t('wish.save')}
          busy={add.isPending}
          error={add.error}
          onSubmit={(fields) => add.mutate(fields)}
        />
      </FormDialog>
    </section>
  )
}

function WishLine({ wish }: { readonly wish: WishView }) {
  const t = useTexts(ownShiftTexts)
  const shared = useTexts(agentRequestTexts)
  const text = useWishText()(wish)
  const remove = useAct(api.shifts.own.removeWish.mutationOptions(), { done: t('wish.removed') })
  const weights = ['weight1', 'weight2', 'weight3'] as const
  return (
    <li>
      <p>{text}</p>
      <div className="lp-row">
        <span className="lp-small lp-quiet">
          {shared(`wish.${weights[wish.weight - 1] ?? 'weight1'}`)}
          {!wish.byAgent && ` · ${shared('byPlanner')}`}
        </span>
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={t('wish.removeOf', { wish: text })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ wishId: wish.wishId })}
        >
          {t('wish.remove')}
        </Button>
      </div>
      {remove.error && <ErrorState error={remove.error} />}
    </li>
  )
}
