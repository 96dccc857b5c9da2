/** A file of agents: chosen, shown row by row, and brought in whole or not at all. */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import type { InputIssue } from '../../../src/kernel/errors.ts'
import type { AgentImport } from '../../../src/plan/shifts/people/contract.ts'
import { api, client } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { FilePreview } from '../../design/file-preview.tsx'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { agentTexts } from '../../i18n/agents.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useRefresh } from '../use-act.ts'
import { Exports } from './exports.tsx'
import { FileIssues } from './file-issues.tsx'

type Props = { readonly open: boolean; readonly onClose: () => void }

export function ImportAgents({ open, onClose }: Props) {
  const t = useTexts(agentTexts)
  return (
    <FormDialog open={open} title={t('importing.title')} onClose={onClose}>
      <Form onClose={onClose} />
    </FormDialog>
  )
}

function Form({ onClose }: Pick<Props, 'onClose'>) {
  const t = useTexts(agentTexts)
  return (
    <>
      <p>{t('importing.text')}</p>
      <Exports />
      <details>
        <summary>{t('importing.columns')}</summary>
        <p>{t('importing.columnsText')}</p>
      </details>
      <FilePreview
        label={t('importing.file')}
        megabytes={5}
        read={(file) => client.shifts.agents.previewImport({ file })}
      >
        {(read, file) => <Read read={read as AgentImport} file={file} onClose={onClose} />}
      </FilePreview>
    </>
  )
}

type ReadProps = Pick<Props, 'onClose'> & { readonly read: AgentImport; readonly file: File }

function Read({ read, file, onClose }: ReadProps) {
  const t = useTexts(agentTexts)
  const toast = useToast()
  const refresh = useRefresh()
  const save = useMutation({
    ...api.shifts.agents.import.mutationOptions(),
    onSuccess: async (counts) => {
      await refresh()
      toast({ text: t('importing.done', counts) })
      onClose()
    },
  })
  return (
    <>
      {read.issues.length > 0 && <FileIssues issues={read.issues as readonly InputIssue[]} />}
      {read.unread.length > 0 && (
        <Alert data-color="warning">
          {t('importing.unread', { count: read.unread.length, names: read.unread.join(', ') })}
        </Alert>
      )}
      {read.rows.length > 0 && <Rows rows={read.rows} />}
      {save.error && <ErrorState error={save.error} />}
      <div className="lp-row">
        <Button
          loading={save.isPending}
          disabled={read.issues.length > 0}
          onClick={() => save.mutate({ file })}
        >
          {t('importing.save')}
        </Button>
      </div>
    </>
  )
}

const mostShown = 100

function Rows({ rows }: Pick<AgentImport, 'rows'>) {
  const t = useTexts(agentTexts)
  const { number } = useFormats()
  const caption = t('importing.rows', { count: rows.length })
  return (
    <ScrollBox label={caption}>
      <table className="ds-table lp-table lp-table--scroll">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('importing.line')}</th>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.hours')}</th>
            <th scope="col">{t('column.skills')}</th>
            <th scope="col">{t('importing.change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map((row) => (
            <tr key={row.line}>
              <td className="lp-number">{row.line}</td>
              <th scope="row">{row.name}</th>
              <td className="lp-number">{number(row.weeklyHours, 2)}</td>
              <td>{row.skills.join(', ')}</td>
              <td>{t(`importing.${row.change}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostShown && <p>{t('importing.more', { left: rows.length - mostShown })}</p>}
    </ScrollBox>
  )
}
