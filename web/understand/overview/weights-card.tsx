import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import {
  type PriorityFactor,
  type PriorityWeights,
  plainWeights,
  priorityFactors,
} from '../../../src/understand/overview/rules/priority.ts'
import { api } from '../../api.ts'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'

type Props = {
  readonly saved: PriorityWeights
  readonly weights: PriorityWeights
  /** Undefined goes back to what is saved. */
  readonly onWeights: (weights: PriorityWeights | undefined) => void
}

/** The weights on top; the order follows at once, and everybody else sees it when they are saved. */
export function WeightsCard({ saved, weights, onWeights }: Props) {
  const t = useTexts(overviewTexts)
  const toast = useToast()
  const client = useQueryClient()
  const mayDecide = useHasRole('manager', 'admin')
  const save = useMutation(
    api.overview.priority.saveWeights.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.overview.priority.key() })
        onWeights(undefined)
        toast({ text: t('topic.saved') })
      },
    }),
  )
  const isChanged = priorityFactors.some((factor) => weights[factor] !== saved[factor])
  const isPlain = priorityFactors.every((factor) => weights[factor] === plainWeights[factor])
  return (
    <section className="lp-card" aria-labelledby="weights">
      <h2 id="weights">{t('priority.weights')}</h2>
      <p className="lp-quiet">
        {t('priority.formula')}. {t('priority.weightsText')}
      </p>
      <div className="lp-weights">
        {priorityFactors.map((factor) => (
          <Weight
            key={factor}
            factor={factor}
            value={weights[factor]}
            onValue={(value) => onWeights({ ...weights, [factor]: value })}
          />
        ))}
      </div>
      {save.error ? <ErrorState error={save.error} /> : null}
      <div className="lp-row lp-no-print">
        {mayDecide && (
          <Button
            variant="secondary"
            disabled={!isChanged}
            loading={save.isPending}
            onClick={() => save.mutate({ ...weights })}
          >
            {t('priority.saveWeights')}
          </Button>
        )}
        <Button variant="tertiary" disabled={isPlain} onClick={() => onWeights(plainWeights)}>
          {t('priority.reset')}
        </Button>
      </div>
    </section>
  )
}

type WeightProps = {
  readonly factor: PriorityFactor
  readonly value: number
  readonly onValue: (value: number) => void
}

function Weight({ factor, value, onValue }: WeightProps) {
  const t = useTexts(overviewTexts)
  const { number } = useFormats()
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>
        {t(`priority.factor.${factor}`)} <output>{number(value, 1)}</output>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={2}
        step={0.1}
        value={value}
        onChange={(event) => onValue(Number(event.target.value))}
      />
    </div>
  )
}
