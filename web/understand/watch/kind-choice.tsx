import { Checkbox, Fieldset } from '@digdir/designsystemet-react'
import { type AlarmKind, alarmKinds } from '../../../src/understand/watch/rules/kinds.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { watchTexts } from '../../i18n/watch.ts'

type Props = {
  readonly chosen: readonly AlarmKind[]
  readonly onChange: (chosen: readonly AlarmKind[]) => void
}

export function KindChoice({ chosen, onChange }: Props) {
  const t = useTexts(watchTexts)
  return (
    <Fieldset>
      <Fieldset.Legend>{t('alertsPage.kinds')}</Fieldset.Legend>
      {alarmKinds.map((kind) => (
        <Checkbox
          key={kind}
          value={kind}
          label={t(`kind.${kind}`)}
          checked={chosen.includes(kind)}
          onChange={(event) =>
            onChange(event.target.checked ? [...chosen, kind] : chosen.filter((each) => each !== kind))
          }
        />
      ))}
    </Fieldset>
  )
}
