import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { DriverView } from '../../../../src/plan/traffic/causes/contract.ts'
import { api } from '../../../api.ts'
import { FileDrop } from '../../../design/file-drop.tsx'
import { notBlank } from '../../../design/validity.ts'
import { trafficCausesTexts } from '../../../i18n/traffic-causes.ts'
import { useTexts } from '../../../i18n/use-texts.ts'
import { FileProblems } from '../counts/file-problems.tsx'
import { useAfterChange } from '../use-traffic-change.ts'

type Props = { readonly driver?: DriverView; readonly onDone: () => void }

/** A file with a date and a value in each line, or low, base and high for what may come. */
export function DriverFile({ driver, onDone }: Props) {
  const t = useTexts(trafficCausesTexts)
  const after = useAfterChange()
  const bring = useMutation(api.traffic.drivers.import.mutationOptions(after(t('drivers.brought'), onDone)))
  const [file, setFile] = useState<File>()
  const [name, setName] = useState(driver?.name ?? '')
  const [unit, setUnit] = useState(driver?.unit ?? '')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (file) bring.mutate({ file, name, unit, ...(driver && { driverId: driver.driverId }) })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Textfield
        data-autofocus
        {...notBlank}
        label={t('drivers.name')}
        maxLength={80}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Textfield
        label={t('drivers.unit')}
        maxLength={30}
        value={unit}
        onChange={({ target }) => setUnit(target.value)}
      />
      <p className="lp-small lp-quiet">{t('drivers.format')}</p>
      <FileDrop
        label={t('drivers.file')}
        endings={['.csv', '.txt', '.xlsx']}
        megabytes={20}
        onFile={setFile}
      />
      {tried && !file && <p role="alert">{t('drivers.fileMissing')}</p>}
      {bring.error && <FileProblems error={bring.error} />}
      <Button type="submit" loading={bring.isPending}>
        {t('drivers.bring')}
      </Button>
    </form>
  )
}
