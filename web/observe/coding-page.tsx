/** One conversation to code. On a phone one question at a time, as the observer's own form; else all below what was written. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { CodingDetail } from '../../src/measure/coding/contract.ts'
import { api } from '../api.ts'
import { Page } from '../design/page.tsx'
import { Awaited } from '../design/states.tsx'
import { useNarrow } from '../design/use-narrow.ts'
import { channelTexts } from '../i18n/channels.ts'
import { codingTexts } from '../i18n/coding.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import { CodingForm } from './coding-form.tsx'
import { CodingSteps } from './coding-steps.tsx'
import { useCodingForm } from './use-coding-form.ts'
import './coding.css'
import './observe.css'

export function CodingPage() {
  const t = useTexts(codingTexts)
  const { codingId = '' } = useParams({ strict: false })
  const query = useQuery(
    api.coding.open.queryOptions({ input: { codingId }, staleTime: Number.POSITIVE_INFINITY }),
  )
  if (query.data) return <Loaded key={codingId} coding={query.data as CodingDetail} />
  return (
    <Page title={t('mine.back')} width="narrow" trail={[{ to: '/observe/codings', label: t('mine.back') }]}>
      <Awaited query={query}>{() => null}</Awaited>
    </Page>
  )
}

function Loaded({ coding }: { readonly coding: CodingDetail }) {
  const t = useTexts(codingTexts)
  const channel = useTexts(channelTexts)
  const language = useLanguage()
  const form = useCodingForm(coding)
  const isNarrow = useNarrow()
  return (
    <Page
      title={t('one.title', { scenario: coding.title[language] })}
      subtitle={t('one.subtitle', { channel: channel(coding.channel) })}
      width="narrow"
      trail={[{ to: '/observe/codings', label: t('mine.back') }]}
    >
      {coding.handedIn && <p className="lp-card lp-card--notice">{t('one.alreadyIn')}</p>}
      {isNarrow ? <CodingSteps coding={coding} form={form} /> : <CodingForm coding={coding} form={form} />}
    </Page>
  )
}
