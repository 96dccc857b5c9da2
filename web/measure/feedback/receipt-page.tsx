import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { OwnFeedback } from '../../../src/measure/feedback/contract.ts'
import { api } from '../../api.ts'
import { Page } from '../../design/page.tsx'
import { ErrorState, Loading } from '../../design/states.tsx'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Frame } from '../../shell/frame.tsx'
import { OwnThread } from './thread.tsx'
import './feedback.css'

const route = getRouteApi('/feedback/receipt/$receipt')

/** What was sent by an open link, and the reply when it has come. */
export function ReceiptPage() {
  const { receipt } = route.useParams()
  return (
    <Frame me={null}>
      <Receipt receipt={receipt} />
    </Frame>
  )
}

const titles = {
  received: 'receiptTitle',
  answered: 'receiptAnswered',
  carried: 'receiptCarried',
  closed: 'receiptClosed',
} as const satisfies Record<OwnFeedback['state'], string>

function Receipt({ receipt }: { readonly receipt: string }) {
  const t = useTexts(feedbackTexts)
  const query = useQuery(api.feedback.open.read.queryOptions({ input: { receipt }, retry: false }))
  if (query.error)
    return (
      <Page title={t('open.gone')} width="narrow">
        <ErrorState error={query.error} />
      </Page>
    )
  if (!query.data)
    return (
      <Page title={t('name')} width="narrow">
        <Loading />
      </Page>
    )
  const { state, organisation, edition } = query.data
  return (
    <Page
      title={t(`open.${titles[state]}`)}
      subtitle={t('open.receiptSubtitle', { organisation, edition })}
      width="narrow"
    >
      {state === 'received' && <p>{t('open.keep')}</p>}
      <div className="lp-card">
        <h2>{t('open.youWrote')}</h2>
        <OwnThread feedback={query.data} />
      </div>
    </Page>
  )
}
