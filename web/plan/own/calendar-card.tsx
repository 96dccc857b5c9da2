/** Shifts in the agent's own calendar: a file, or a secret address that it subscribes to. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { useToast } from '../../design/toast.tsx'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useAct } from '../use-act.ts'
import type { OwnView } from './use-own.ts'

export function CalendarCard({ own }: { readonly own: OwnView }) {
  const t = useTexts(ownShiftTexts)
  const [address, setAddress] = useState<string>()
  const download = useMutation({
    mutationFn: async () => {
      const file = await client.shifts.own.file({})
      saveFile(file.name, file)
    },
  })
  const make = useMutation({
    ...api.shifts.own.makeCalendar.mutationOptions(),
    onSuccess: (made) => setAddress(made.address),
  })
  const has = own.calendar || address !== undefined
  const error = download.error ?? make.error
  return (
    <section className="lp-card" aria-labelledby="own-calendar">
      <h2 id="own-calendar">{t('calendar.title')}</h2>
      <p>{t('calendar.text')}</p>
      {address !== undefined && <Address address={address} />}
      {has && address === undefined && <p>{t('calendar.has')}</p>}
      <p className="lp-small lp-quiet">{t('calendar.secret')}</p>
      <div className="lp-row">
        <Button variant="secondary" data-size="sm" loading={make.isPending} onClick={() => make.mutate({})}>
          {t(has ? 'calendar.again' : 'calendar.make')}
        </Button>
        {has && <EndButton onEnd={() => setAddress(undefined)} />}
        <Button
          variant="tertiary"
          data-size="sm"
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('calendar.file')}
        </Button>
      </div>
      {error && <ErrorState error={error} />}
    </section>
  )
}

function Address({ address }: { readonly address: string }) {
  const t = useTexts(ownShiftTexts)
  const toast = useToast()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address)
    toast({ text: t('calendar.copied') })
  }
  return (
    <div className="lp-stack" role="status">
      <p>
        <strong>{t('calendar.once')}</strong>
      </p>
      <Textfield
        label={t('calendar.address')}
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <div className="lp-row">
        <Button data-size="sm" onClick={() => void copy()}>
          {t('calendar.copy')}
        </Button>
        {/* Calendar programs know this scheme as "subscribe". */}
        <a href={address.replace(/^https?:/, 'webcal:')}>{t('calendar.open')}</a>
      </div>
    </div>
  )
}

function EndButton({ onEnd }: { readonly onEnd: () => void }) {
  const t = useTexts(ownShiftTexts)
  const [asking, setAsking] = useState(false)
  const end = useAct(api.shifts.own.endCalendar.mutationOptions(), {
    done: t('calendar.ended'),
    onDone: () => {
      setAsking(false)
      onEnd()
    },
  })
  return (
    <>
      <Button variant="tertiary" data-color="danger" data-size="sm" onClick={() => setAsking(true)}>
        {t('calendar.end')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('calendar.endTitle')}
        confirm={t('calendar.end')}
        dangerous
        busy={end.isPending}
        onConfirm={() => end.mutate({})}
        onClose={() => setAsking(false)}
      >
        <p>{t('calendar.endText')}</p>
        {end.error && <ErrorState error={end.error} />}
      </ConfirmDialog>
    </>
  )
}
