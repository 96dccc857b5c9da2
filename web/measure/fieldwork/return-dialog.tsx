import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ReasonDialog } from './reason-dialog.tsx'

type ReturnProps = {
  readonly open: boolean
  readonly onNote: (note: string) => void
  readonly onClose: () => void
}

/** Asks what the observer must correct. */
export function ReturnDialog({ open, onNote, onClose }: ReturnProps) {
  const t = useTexts(fieldworkTexts)
  return (
    <ReasonDialog
      open={open}
      title={t('review.returnTitle')}
      label={t('review.note')}
      description={t('review.noteHelp')}
      confirm={t('review.return')}
      busy={false}
      error={undefined}
      onReason={onNote}
      onClose={onClose}
    >
      {null}
    </ReasonDialog>
  )
}
