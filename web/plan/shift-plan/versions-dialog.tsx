/** Every publication of the week, and the way back to it. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Draft } from './use-draft.ts'

type Props = {
  readonly week: WeekView
  readonly draft: Draft
  readonly open: boolean
  readonly onClose: () => void
}

export function VersionsDialog({ week, draft, open, onClose }: Props) {
  const t = useTexts(shiftPlanTexts)
  return (
    <FormDialog open={open} title={t('versions.title')} onClose={onClose}>
      <Versions {...{ week, draft, onClose }} />
    </FormDialog>
  )
}

function Versions({ week: { weekStart }, draft, onClose }: Omit<Props, 'open'>) {
  const t = useTexts(shiftPlanTexts)
  const toast = useToast()
  const { instant } = useFormats()
  const queries = useQueryClient()
  const query = useQuery(api.shifts.week.history.queryOptions({ input: { weekStart } }))
  const restore = useMutation({
    ...api.shifts.week.restore.mutationOptions(),
    onSuccess: (_, { version }) => {
      const before = draft.shifts
      toast({ text: t('versions.done', { version }), onUndo: () => draft.edit(before) })
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.shifts.week.key() }),
  })
  return (
    <Awaited query={query} lines={3}>
      {({ items }) => (
        <>
          {items.length === 0 && <p>{t('versions.none')}</p>}
          {draft.isChanged && <p>{t('versions.saveFirst')}</p>}
          {restore.error !== null && <ErrorState error={restore.error} />}
          <ol className="lp-versions lp-plain-list">
            {items.map(({ version, at, by, note, added, changed, removed, findings }) => (
              <li key={version}>
                <div>
                  <strong>{t('versions.one', { version })}</strong>{' '}
                  {t('versions.by', { when: instant(at), who: by })}
                  <p className="lp-small lp-quiet">
                    {t('versions.counts', { added, changed, removed, findings })}
                  </p>
                  {note !== '' && <p className="lp-small">{note}</p>}
                </div>
                <Button
                  variant="secondary"
                  data-size="sm"
                  disabled={draft.isChanged}
                  loading={restore.isPending && restore.variables.version === version}
                  onClick={() => restore.mutate({ weekStart, version })}
                >
                  {t('versions.restore', { version })}
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </Awaited>
  )
}
