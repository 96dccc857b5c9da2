/** Feedback by an open link, without a sign-in. */
import { Alert, Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { Page } from '../../design/page.tsx'
import { ErrorState, Loading, useProblemText } from '../../design/states.tsx'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { Frame } from '../../shell/frame.tsx'
import { FeedbackFields, nothingSaid } from './feedback-fields.tsx'
import './feedback.css'

const route = getRouteApi('/feedback/$feedbackLink')

export function OpenFeedbackPage() {
  const { feedbackLink: token } = route.useParams()
  return (
    <Frame me={null}>
      <Open token={token} />
    </Frame>
  )
}

function Open({ token }: { readonly token: string }) {
  const t = useTexts(feedbackTexts)
  const look = useQuery(api.feedback.open.look.queryOptions({ input: { token }, retry: false }))
  if (look.error)
    return (
      <Page title={t('open.gone')} width="narrow">
        <ErrorState error={look.error} />
      </Page>
    )
  return (
    <Page title={t('open.title')} subtitle={look.data && t('open.subtitle', look.data)} width="narrow">
      {look.data ? (
        <div className="lp-card">
          <OpenForm token={token} />
        </div>
      ) : (
        <Loading />
      )}
    </Page>
  )
}

function OpenForm({ token }: { readonly token: string }) {
  const t = useTexts(feedbackTexts)
  const text = useProblemText()
  const language = useLanguage()
  const navigate = useNavigate()
  const [said, setSaid] = useState({ ...nothingSaid, wantsReply: false })
  const [address, setAddress] = useState('')
  const send = useMutation(
    api.feedback.open.send.mutationOptions({
      onSuccess: ({ receipt }) => navigate({ to: '/feedback/receipt/$receipt', params: { receipt } }),
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const replyAddress = said.wantsReply && address.trim() !== '' ? { replyAddress: address.trim() } : {}
    send.mutate({ token, ...said, ...replyAddress, language })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <FeedbackFields said={said} onSaid={setSaid} />
      {said.wantsReply && (
        <Textfield
          type="email"
          label={t('open.address')}
          description={t('open.addressHint')}
          maxLength={200}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      )}
      {send.error && (
        <Alert data-color="danger" role="alert">
          {text(send.error)}
        </Alert>
      )}
      <div>
        <Button type="submit" loading={send.isPending}>
          {t('mine.send')}
        </Button>
      </div>
    </form>
  )
}
