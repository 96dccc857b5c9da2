/** What an agent wishes, as the planner notes it in their name. */
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WishView } from '../../../src/plan/shifts/people/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { agentRequestTexts } from '../../i18n/agent-requests.ts'
import { agentTexts } from '../../i18n/agents.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useAct } from '../use-act.ts'
import { WishForm } from './wish-form.tsx'
import { useWishText } from './wish-text.ts'

export function AgentWishes({ agentId }: { readonly agentId: string }) {
  const t = useTexts(agentTexts)
  const [open, setOpen] = useState(false)
  const query = useQuery(api.shifts.wishes.list.queryOptions({ input: {} }))
  const add = useAct(api.shifts.wishes.add.mutationOptions(), {
    done: t('wishes.saved'),
    onDone: () => setOpen(false),
  })
  return (
    <section className="lp-card" aria-labelledby="agent-wishes">
      <div className="lp-card__head">
        <h2 id="agent-wishes">{t('wishes.title')}</h2>
        <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
          {t('wishes.add')}
        </Button>
      </div>
      <p className="lp-quiet">{t('wishes.text')}</p>
      <Awaited query={query} lines={2}>
        {({ items }) => <Wishes wishes={items.filter((wish) => wish.agentId === agentId) as WishView[]} />}
      </Awaited>
      <FormDialog open={open} title={t('wishes.add')} onClose={() => setOpen(false)}>
        <WishForm
          submit={t('wishes.save')}
          busy={add.isPending}
          error={add.error}
          onSubmit={(fields) => add.mutate({ ...fields, agentId })}
        />
      </FormDialog>
    </section>
  )
}

function Wishes({ wishes }: { readonly wishes: readonly WishView[] }) {
  const t = useTexts(agentTexts)
  if (wishes.length === 0) return <p>{t('wishes.empty')}</p>
  return (
    <ul className="lp-plain-list lp-agent-wishes">
      {wishes.map((wish) => (
        <Wish key={wish.wishId} wish={wish} />
      ))}
    </ul>
  )
}

function Wish({ wish }: { readonly wish: WishView }) {
  const t = useTexts(agentTexts)
  const shared = useTexts(agentRequestTexts)
  const text = useWishText()(wish)
  const remove = useAct(api.shifts.wishes.remove.mutationOptions(), { done: t('wishes.removed') })
  const weights = ['weight1', 'weight2', 'weight3'] as const
  const about = [
    shared(`wish.${weights[wish.weight - 1] ?? 'weight1'}`),
    wish.byAgent ? t('wishes.own') : shared('byPlanner'),
  ]
  return (
    <li className="lp-row">
      <span>{text}</span>
      <span className="lp-small lp-quiet">{about.join(' · ')}</span>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={t('wishes.removeOf', { wish: text })}
        loading={remove.isPending}
        onClick={() => remove.mutate({ wishId: wish.wishId })}
      >
        {t('wishes.remove')}
      </Button>
      {remove.error && <ErrorState error={remove.error} />}
    </li>
  )
}
