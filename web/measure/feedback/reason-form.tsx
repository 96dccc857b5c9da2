import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, useState } from 'react'
import { useProblemText } from '../../design/states.tsx'

type Props = {
  readonly label: string
  readonly send: string
  readonly busy: boolean
  readonly error: unknown
  readonly onReason: (reason: string) => void
}

/** Asks for a reason that others will have to understand. */
export function ReasonForm({ label, send, busy, error, onReason }: Props) {
  const text = useProblemText()
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onReason(reason)
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Textfield
        multiline
        rows={3}
        maxLength={1000}
        required
        label={label}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {error ? (
        <Alert data-color="danger" role="alert">
          {text(error)}
        </Alert>
      ) : null}
      <div>
        <Button type="submit" loading={busy}>
          {send}
        </Button>
      </div>
    </form>
  )
}
