/** A file of how many were there: chosen, shown day by day, and brought in whole or not at all. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import type { InputIssue } from '../../../src/kernel/errors.ts'
import type { PresentImport } from '../../../src/plan/shifts/week/contract.ts'
import { api, client } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { FilePreview } from '../../design/file-preview.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { planActualTexts } from '../../i18n/plan-actual.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { FileIssues } from '../agents/file-issues.tsx'
import { useRefresh } from '../use-act.ts'

type Props = {
  readonly open: boolean
  readonly queue: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

export function ImportPresent({ open, queue, onClose }: Props) {
  const t = useTexts(planActualTexts)
  return (
    <FormDialog open={open} title={t('importing.title', { queue: queue.name })} onClose={onClose}>
      <Form queueId={queue.id} onClose={onClose} />
    </FormDialog>
  )
}

type FormProps = Pick<Props, 'onClose'> & { readonly queueId: string }

function Form({ queueId, onClose }: FormProps) {
  const t = useTexts(planActualTexts)
  return (
    <>
      <p>{t('importing.text')}</p>
      <p className="lp-quiet lp-number">{t('importing.example')}</p>
      <FilePreview
        label={t('importing.file')}
        megabytes={5}
        read={(file) => client.shifts.actual.previewImport({ queueId, file })}
      >
        {(read, file) => (
          <Read read={read as PresentImport} file={file} queueId={queueId} onClose={onClose} />
        )}
      </FilePreview>
    </>
  )
}

type ReadProps = FormProps & { readonly read: PresentImport; readonly file: File }

function Read({ read, file, queueId, onClose }: ReadProps) {
  const t = useTexts(planActualTexts)
  const toast = useToast()
  const refresh = useRefresh()
  const save = useMutation({
    ...api.shifts.actual.import.mutationOptions(),
    onSuccess: async ({ rows }) => {
      await refresh()
      toast({ text: t('importing.done', { rows }) })
      onClose()
    },
  })
  return (
    <>
      {read.issues.length > 0 && <FileIssues issues={read.issues as readonly InputIssue[]} />}
      {read.days.length > 0 && <Days days={read.days} />}
      {read.replaced > 0 && <p>{t('importing.replaced', { count: read.replaced })}</p>}
      {save.error && <ErrorState error={save.error} />}
      <div className="lp-row">
        <Button
          loading={save.isPending}
          disabled={read.issues.length > 0}
          onClick={() => save.mutate({ queueId, file })}
        >
          {t('importing.save')}
        </Button>
      </div>
    </>
  )
}

function Days({ days }: Pick<PresentImport, 'days'>) {
  const t = useTexts(planActualTexts)
  const { date, number } = useFormats()
  return (
    <table className="ds-table lp-table lp-table--scroll">
      <caption>{t('importing.readable', { count: days.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('importing.day')}</th>
          <th scope="col">{t('importing.intervals')}</th>
          <th scope="col">{t('importing.people')}</th>
        </tr>
      </thead>
      <tbody>
        {days.slice(0, 62).map((day) => (
          <tr key={day.date}>
            <th scope="row">{date(day.date)}</th>
            <td className="lp-number">{day.intervals}</td>
            <td className="lp-number">
              {number(day.lowest, 1)}–{number(day.highest, 1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
