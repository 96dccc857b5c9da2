import { Field, Label, Textarea } from '@digdir/designsystemet-react'
import type { IntakePreview } from '../../../src/understand/intake/contract.ts'
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { linesOf } from './lines.ts'

type Reader = IntakePreview['reader']
type Props = { readonly reader: Reader; readonly onReader: (reader: Reader) => void }

/** From whom mail is an answer and not a question. */
export function OwnAddresses({ reader, onReader }: Props) {
  const t = useTexts(intakeTexts)
  return (
    <div className="lp-card">
      <Field>
        <Label>{t('new.own')}</Label>
        <Field.Description>{t('new.ownHelp')}</Field.Description>
        <Textarea
          rows={3}
          defaultValue={(reader.own ?? []).join('\n')}
          onBlur={({ target }) => onReader({ ...reader, own: linesOf(target.value) })}
        />
      </Field>
    </div>
  )
}
