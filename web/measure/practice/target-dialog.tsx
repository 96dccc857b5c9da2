import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { PracticeAnswer } from '../../../src/measure/practice/contract.ts'
import { readFigure } from '../../../src/measure/trend/rules/figure.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { FigureSelect } from '../trend/series-choice.tsx'
import { useSaved } from './use-change.ts'

type Props = {
  readonly answer: PracticeAnswer
  readonly open: boolean
  /** Absent for a new target. */
  readonly figure: string | undefined
  readonly onClose: () => void
}

export function TargetDialog({ open, ...rest }: Props) {
  const t = useTexts(practiceTexts)
  return (
    <FormDialog open={open} title={t('targets.add')} onClose={rest.onClose}>
      <TargetForm {...rest} />
    </FormDialog>
  )
}

function TargetForm({ answer, figure, onClose }: Omit<Props, 'open'>) {
  const t = useTexts(practiceTexts)
  const { number } = useFormats()
  const taken = new Set(answer.targets.map((line) => line.figure))
  const free = answer.offered.filter((one) => !taken.has(one.figure))
  const [chosen, setChosen] = useState(figure ?? free[0]?.figure ?? 'total')
  const current = answer.targets.find((line) => line.figure === chosen)
  const known = answer.offered.find((one) => one.figure === chosen)?.known
  const save = useMutation(api.practice.setTarget.mutationOptions({ onSuccess: useSaved(onClose) }))
  const { editionId, participantId } = answer
  const send = (level: number | null) => save.mutate({ editionId, participantId, figure: chosen, level })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const written = String(new FormData(event.currentTarget).get('level') ?? '')
    send(Number(written.replace(',', '.')))
  }
  const kind = readFigure(chosen)?.kind
  return (
    <form className="lp-form" onSubmit={submit}>
      {figure === undefined && (
        <FigureSelect
          label={t('targets.choose')}
          value={chosen}
          series={free.map((one) => ({ ...one, points: [], steps: [] }))}
          onChoose={setChosen}
        />
      )}
      <Textfield
        key={chosen}
        name="level"
        type="number"
        min={0}
        max={100}
        step="any"
        required
        label={kind === 'share' || kind === 'unanswered' ? t('targets.percent') : t('targets.score')}
        description={known ? t('targets.current', { value: number(known.value, 1) }) : undefined}
        defaultValue={current?.level}
      />
      {save.error ? <ErrorState error={save.error} /> : null}
      <div className="lp-row">
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        {current && (
          <Button variant="tertiary" data-color="danger" onClick={() => send(null)}>
            {t('targets.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
