import { Button, Dialog } from '@digdir/designsystemet-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useTexts } from '../i18n/use-texts.ts'

export type ConfirmDialogProps = {
  readonly open: boolean
  /** The question, with what it is about: "Slette 3 besvarelser?" */
  readonly title: string
  /** What happens, what stays, and whether it can be undone. */
  readonly children: ReactNode
  /** The verb of the act: "Slett". */
  readonly confirm: string
  readonly dangerous?: boolean
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that is hard to undo. Escape and a click outside mean no. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTexts(designTexts)
  return (
    <FormDialog open={props.open} title={props.title} onClose={props.onClose}>
      {props.children}
      <div className="lp-row">
        <Button
          data-color={props.dangerous === true ? 'danger' : 'accent'}
          loading={props.busy === true}
          onClick={props.onConfirm}
        >
          {props.confirm}
        </Button>
        <Button variant="tertiary" onClick={props.onClose}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </FormDialog>
  )
}

export type FormDialogProps = {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  readonly onClose: () => void
}

/** A dialog with a title; what is in it is drawn only while it is open, so a form starts anew each time. */
export function FormDialog({ open, title, children, onClose }: FormDialogProps) {
  const t = useTexts(designTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!open) {
      dialog.current?.close()
      return
    }
    dialog.current?.showModal()
    // Else the way out is where one begins, and the first letters that are written are lost.
    dialog.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [open])
  return (
    <Dialog ref={dialog} closedby="any" closeButton={t('dialog.close')} aria-label={title} onClose={onClose}>
      {open && (
        <div className="lp-stack lp-dialog">
          <h2>{title}</h2>
          {children}
        </div>
      )}
    </Dialog>
  )
}
