import { Button, Field, Label, Select } from '@digdir/designsystemet-react'
import { type FormEvent, useState } from 'react'
import type { AreaMethod } from '../../../../src/measure/edition/contract.ts'
import { FormDialog } from '../../../design/confirm-dialog.tsx'
import { useToast } from '../../../design/toast.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useFormats, useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { type Leaving, membersOf, removeArea, restoreArea } from './area-edits.ts'
import { useDraft } from './draft.ts'

type Props = { readonly place: number | undefined; readonly onClose: () => void }

/** Asks which area takes over the questions and the weight of one that goes. */
export function RemoveArea({ place, onClose }: Props) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const { method } = useDraft()
  const area = place === undefined ? undefined : method.areas[place]
  const name = area?.name[language] ?? ''
  return (
    <FormDialog open={area !== undefined} title={t('areas.removeTitle', { name })} onClose={onClose}>
      {area && <Heirs area={area} place={place ?? 0} onClose={onClose} />}
    </FormDialog>
  )
}

type HeirsProps = { readonly area: AreaMethod; readonly place: number; readonly onClose: () => void }

function Heirs({ area, place, onClose }: HeirsProps) {
  const t = useTexts(methodTexts)
  const format = useFormats()
  const language = useLanguage()
  const { method } = useDraft()
  const remove = useRemoval()
  const others = method.areas.filter(({ id }) => id !== area.id)
  const [heir, setHeir] = useState((method.areas[place - 1] ?? others[0])?.id ?? '')
  const members = membersOf(method, area.id)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    remove({ area, place, heir, members })
    onClose()
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <p>
        {t('areas.removeBody', {
          questions: t('questions.count', { count: members.questions.length }),
          comments: t('areas.comments', { count: members.comments.length }),
          weight: format.number(area.weight),
        })}
      </p>
      <Field>
        <Label>{t('areas.heir')}</Label>
        <Select value={heir} onChange={(event) => setHeir(event.target.value)}>
          {others.map((other) => (
            <Select.Option key={other.id} value={other.id}>
              {other.name[language]}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <div>
        <Button type="submit" data-color="danger">
          {t('areas.remove')}
        </Button>
      </div>
    </form>
  )
}

function useRemoval(): (leaving: Leaving) => void {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const toast = useToast()
  const { change } = useDraft()
  return (leaving) => {
    change((draft) => removeArea(draft, leaving))
    toast({
      text: t('field.removed', { name: leaving.area.name[language] }),
      onUndo: () => change((draft) => restoreArea(draft, leaving)),
    })
  }
}
