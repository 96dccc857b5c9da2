import { Button, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, useState } from 'react'
import { toInstant, toLocal } from '../../src/kernel/zone.ts'
import { FormDialog } from '../design/confirm-dialog.tsx'
import { observeTexts } from '../i18n/observe.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'

export type TimeButtonProps = {
  readonly label: string
  readonly primary?: boolean
  /** It cannot have happened before this instant, nor after `to` (else now). */
  readonly from: string
  readonly to?: string
  readonly now: Date
  /** Asks for seconds too. */
  readonly precise?: boolean
  readonly onTime: (at: string) => void
}

/** A button that asks when it happened: for what is read from a mailbox, not from the clock. */
export function TimeButton(props: TimeButtonProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        data-size="lg"
        variant={props.primary === true ? 'primary' : 'secondary'}
        onClick={() => setAsking(true)}
      >
        {props.label}
      </Button>
      <FormDialog open={asking} title={props.label} onClose={() => setAsking(false)}>
        <TimeForm {...props} onDone={() => setAsking(false)} />
      </FormDialog>
    </>
  )
}

function TimeForm(props: TimeButtonProps & { readonly onDone: () => void }) {
  const { from, to, now, precise = false, onTime, onDone } = props
  const t = useTexts(observeTexts)
  const format = useFormats()
  const [latest] = useState(() => earlier(to, now))
  const [text, setText] = useState(localText(latest, precise))
  const [wrong, setWrong] = useState(false)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const at = instantOf(text)
    // The field cuts off what is smaller: the minute, or second, of the start is the start itself.
    const kept = at && at < new Date(from) && localText(from, precise) === text ? new Date(from) : at
    const fits = kept !== undefined && kept >= new Date(from) && kept <= new Date(latest)
    setWrong(!fits)
    if (!fits) return
    onDone()
    onTime(kept.toISOString())
  }
  return (
    <form className="lp-stack" noValidate onSubmit={save}>
      <Textfield
        type="datetime-local"
        label={t('clock.when')}
        value={text}
        min={localText(from, precise)}
        max={localText(latest, precise)}
        step={precise ? 1 : 60}
        onChange={(event) => setText(event.target.value)}
        error={
          wrong ? t('clock.outside', { from: format.instant(from), to: format.instant(latest) }) : undefined
        }
      />
      <div>
        <Button type="submit">{t('clock.save')}</Button>
      </div>
    </form>
  )
}

function earlier(to: string | undefined, now: Date): string {
  return to !== undefined && new Date(to) < now ? to : now.toISOString()
}

/** As a field for date and time wants it, on the Norwegian clock. */
function localText(instant: string, precise: boolean): string {
  const { date, time } = toLocal(new Date(instant))
  return `${date}T${precise ? time : time.slice(0, 5)}`
}

function instantOf(text: string): Date | undefined {
  const [date, time] = text.split('T')
  return date && time ? toInstant(date, time) : undefined
}
