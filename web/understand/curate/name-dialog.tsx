import { Button, Field, Input, Label } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { curateTexts } from '../../i18n/curate.ts'
import { useTexts } from '../../i18n/use-texts.ts'

type NameProps = {
  readonly open: boolean
  readonly title: string
  readonly name: string
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

export function NameDialog({ open, title, onClose, ...rest }: NameProps) {
  return (
    <FormDialog open={open} title={title} onClose={onClose}>
      <NameForm {...rest} onClose={onClose} />
    </FormDialog>
  )
}

function NameForm({ name, onName, onClose }: Pick<NameProps, 'name' | 'onName' | 'onClose'>) {
  const t = useTexts(curateTexts)
  const [written, setWritten] = useState(name)
  return (
    <form
      className="lp-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (written.trim() === '') return
        // First the step, then the end of the dialog: so both are drawn at once.
        if (written.trim() !== name) onName(written.trim())
        onClose()
      }}
    >
      <Field>
        <Label>{t('name.label')}</Label>
        <Field.Description>{t('name.hint')}</Field.Description>
        <Input
          data-autofocus
          maxLength={120}
          value={written}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setWritten(event.target.value)}
        />
      </Field>
      <div className="lp-row">
        <Button type="submit" disabled={written.trim() === ''}>
          {t('name.save')}
        </Button>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
