import { Textfield } from '@digdir/designsystemet-react'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useTexts } from '../../i18n/use-texts.ts'

export type ReasonDialogProps = {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  readonly label: string
  readonly description?: string
  readonly confirm: string
  readonly dangerous?: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

const shortest = 3

/** Asks for a reason before something that others will have to understand. */
export function ReasonDialog(props: ReasonDialogProps) {
  const t = useTexts(fieldworkTexts)
  const [reason, setReason] = useState('')
  const [isShort, setIsShort] = useState(false)
  const confirm = (): void => {
    const given = reason.trim()
    setIsShort(given.length < shortest)
    if (given.length < shortest) return
    props.onReason(given)
    setReason('')
  }
  return (
    <ConfirmDialog
      open={props.open}
      title={props.title}
      confirm={props.confirm}
      dangerous={props.dangerous ?? false}
      busy={props.busy}
      onConfirm={confirm}
      onClose={props.onClose}
    >
      {props.children}
      <Textfield
        multiline
        rows={3}
        maxLength={1000}
        label={props.label}
        description={props.description}
        value={reason}
        error={isShort ? t('pause.tooShort') : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {props.error ? <ErrorState error={props.error} /> : null}
    </ConfirmDialog>
  )
}
