/** The decision: outcome, reasons, and what it would do before it is made. */
import { Button, Checkbox, Radio, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type AppealDetail,
  type AppealOutcome,
  appealOutcomes,
} from '../../../src/measure/appeals/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { EffectList } from './effect-list.tsx'

type DecideProps = {
  readonly editionId: string
  readonly appeal: AppealDetail
  /** The answers that are to be others than now. */
  readonly answers: Readonly<Record<string, string>>
}

const fewest = 10

export function DecideForm({ editionId, appeal, answers }: DecideProps) {
  const t = useTexts(appealsTexts)
  const [picked, setPicked] = useState<AppealOutcome>()
  const [reasons, setReasons] = useState('')
  const [exclude, setExclude] = useState(false)
  const [asked, setAsked] = useState(false)
  const [short, setShort] = useState(false)
  const { appealId } = appeal
  const count = Object.keys(answers).length
  const changes = exclude || count > 0
  const outcome = picked !== undefined && (picked === 'rejected') !== changes ? picked : undefined
  const proposed = { editionId, appealId, answers: { ...answers }, exclude }
  const preview = useQuery(api.appeals.preview.queryOptions({ input: proposed, enabled: changes }))
  const decide = useDecide(() => setAsked(false))
  return (
    <section className="lp-card lp-no-print" aria-labelledby="decide-title">
      <h2 id="decide-title">{t('decide.heading')}</h2>
      <p>{exclude || count === 0 ? t('decide.noChanges') : t('decide.changes', { count })}</p>
      <Checkbox
        label={t('decide.exclude')}
        checked={exclude}
        onChange={(event) => setExclude(event.target.checked)}
      />
      <fieldset className="lp-outcomes">
        <legend>{t('decide.outcome')}</legend>
        {appealOutcomes.map((one) => (
          <Radio
            key={one}
            name="outcome"
            value={one}
            label={t(`outcome.${one}`)}
            checked={outcome === one}
            disabled={(one === 'rejected') === changes}
            onChange={() => setPicked(one)}
          />
        ))}
      </fieldset>
      {changes && preview.data && (
        <>
          <h3>{t('decide.effect')}</h3>
          <EffectList effect={preview.data} excluded={exclude} />
        </>
      )}
      {changes && preview.error ? <ErrorState error={preview.error} /> : null}
      <Textfield
        multiline
        rows={4}
        maxLength={4000}
        label={t('decide.reasons')}
        description={t('decide.reasonsHelp')}
        value={reasons}
        error={short && reasons.trim().length < fewest ? t('decide.tooShort') : undefined}
        onChange={(event) => setReasons(event.target.value)}
      />
      <Button
        disabled={outcome === undefined || !appeal.mayDecide}
        onClick={() => {
          setShort(true)
          if (reasons.trim().length >= fewest) setAsked(true)
        }}
      >
        {t('decide.do')}
      </Button>
      {!appeal.mayDecide && <p>{t('decide.notYou')}</p>}
      <ConfirmDialog
        open={asked}
        title={t('decide.confirmTitle')}
        confirm={t('decide.do')}
        busy={decide.isPending}
        onConfirm={() => outcome && decide.mutate({ ...proposed, outcome, reasons })}
        onClose={() => setAsked(false)}
      >
        <p>{t('decide.confirmText')}</p>
        {decide.error ? <ErrorState error={decide.error} /> : null}
      </ConfirmDialog>
    </section>
  )
}

function useDecide(close: () => void) {
  const t = useTexts(appealsTexts)
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation(
    api.appeals.decide.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        close()
        toast({ text: t('decide.done') })
      },
    }),
  )
}
