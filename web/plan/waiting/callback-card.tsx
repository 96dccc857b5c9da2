/** Callbacks as a what-if that is filled in and run: as now, with the offer, and with it and one person fewer. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { leversAtRest } from '../../../src/plan/simulation/rules/what-if/levers.ts'
import type { WaitingView } from '../../../src/plan/waiting/contract.ts'
import { client } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import { NumberInput } from '../what-if/number-input.tsx'

type Props = {
  readonly queue: NonNullable<WaitingView['queue']>
  readonly medianWait: number | null
}

/** The offer comes when half have got through already, or else after a minute. */
const usualAfter = 60

export function CallbackCard({ queue, medianWait }: Props) {
  const t = useTexts(waitingTexts)
  const [afterSeconds, setAfter] = useState(
    medianWait === null ? usualAfter : Math.min(600, Math.max(10, Math.round(medianWait / 10) * 10)),
  )
  const [percent, setPercent] = useState(40)
  const make = useMakeWhatIf(queue)
  return (
    <section className="lp-card" aria-labelledby="callback">
      <h2 id="callback">{t('callback.title')}</h2>
      <p className="lp-waiting__prose">{t('callback.text')}</p>
      <div className="lp-row">
        <NumberInput
          label={t('callback.after')}
          note={t('callback.after')}
          value={afterSeconds}
          limits={[0, 3600]}
          onChange={(value) => setAfter(Math.round(value))}
        />
        <NumberInput
          label={t('callback.accept')}
          note={t('callback.accept')}
          value={percent}
          limits={[1, 100]}
          onChange={setPercent}
        />
        <Button
          variant="secondary"
          loading={make.isPending}
          onClick={() => make.mutate({ afterSeconds, accept: percent / 100 })}
        >
          {t('callback.make')}
        </Button>
      </div>
      {make.error && <ErrorState error={make.error} />}
    </section>
  )
}

function useMakeWhatIf(queue: Props['queue']) {
  const t = useTexts(waitingTexts)
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (callback: { readonly afterSeconds: number; readonly accept: number }) => {
      const { suggested } = await client.simulation.list({})
      const { whatIfId } = await client.simulation.create({
        name: t('callback.name', { queue: queue.name }),
        ...suggested,
      })
      const { result: _, changedAt: __, jobId: ___, ...fields } = await client.simulation.get({ whatIfId })
      await client.simulation.save({
        ...fields,
        plans: [
          { ...leversAtRest, people: {}, name: t('callback.planNow') },
          { ...leversAtRest, people: {}, name: t('callback.planWith'), callback },
          { ...leversAtRest, name: t('callback.planFewer'), callback, people: { [queue.id]: -1 } },
        ],
      })
      return { whatIfId }
    },
    onSuccess: ({ whatIfId }) => void navigate({ to: '/plan/what-if/$whatIfId', params: { whatIfId } }),
  })
}
