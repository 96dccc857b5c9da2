/** From expectations to points: what would change, what it would have done, and the way to accept it. */
import { Field, Label, Select } from '@digdir/designsystemet-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { PointsProposal } from '../../../src/measure/expectations/contract.ts'
import { api } from '../../api.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState, ErrorState } from '../../design/states.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { AcceptButton } from './accept-button.tsx'
import { Effect } from './effect.tsx'
import { PointsTable } from './points-table.tsx'
import './expectations.css'

const limits = [10, 25, 50, 100] as const
const usualLimit = 25

export function PointsPage() {
  const t = useTexts(expectationTexts)
  const editionId = useEditionId()
  const editions = useQuery(api.edition.list.queryOptions())
  const waiting = (
    <EditionFrame title={t('points.waiting')} trail={useTrail(editionId)}>
      <Awaited query={editions}>{() => null}</Awaited>
    </EditionFrame>
  )
  if (!editions.data) return waiting
  const preparing = editions.data.items.filter(({ state }) => state === 'preparing')
  const usual = preparing.find(({ copiedFrom }) => copiedFrom === editionId) ?? preparing[0]
  return usual ? (
    <Proposal editionId={editionId} preparing={preparing} usual={usual.editionId} />
  ) : (
    <NoneToTake editionId={editionId} />
  )
}

function useTrail(editionId: string) {
  const t = useTexts(expectationTexts)
  const to = '/measure/editions/$editionId/expectations' as const
  return [{ label: t('points.back'), to, params: { editionId } }]
}

function NoneToTake({ editionId }: { readonly editionId: string }) {
  const t = useTexts(expectationTexts)
  return (
    <EditionFrame title={t('points.waiting')} trail={useTrail(editionId)}>
      <EmptyState
        title={t('points.noneToTake')}
        actions={<LinkButton to="/measure/editions">{t('points.toEditions')}</LinkButton>}
      >
        {t('points.noneToTakeText')}
      </EmptyState>
    </EditionFrame>
  )
}

type ProposalProps = {
  readonly editionId: string
  readonly preparing: readonly { readonly editionId: string; readonly name: string }[]
  readonly usual: string
}

function Proposal({ editionId, preparing, usual }: ProposalProps) {
  const t = useTexts(expectationTexts)
  const [into, setInto] = useState(usual)
  const [limit, setLimit] = useState(usualLimit)
  const [left, setLeft] = useState<readonly string[]>([])
  const whole = useProposal({ editionId, into, limit })
  const questions = whole.data?.lines.map(({ question }) => question).filter((id) => !left.includes(id))
  const input = { editionId, into, limit, ...(left.length > 0 && questions ? { questions } : {}) }
  const query = useProposal(input)
  const proposal = query.data
  const title = useTitle(proposal)
  return (
    <EditionFrame
      title={title}
      subtitle={t('points.subtitle')}
      trail={useTrail(editionId)}
      actions={proposal && <AcceptButton proposal={proposal} input={input} />}
    >
      <div className="lp-expectation-choice">
        <Choice label={t('points.into')} value={into} onChange={setInto}>
          {preparing.map(({ editionId: id, name }) => (
            <Select.Option key={id} value={id}>
              {name}
            </Select.Option>
          ))}
        </Choice>
        <LimitChoice limit={limit} onChange={setLimit} />
      </div>
      {query.error ? <ErrorState error={query.error} onAgain={() => void query.refetch()} /> : null}
      <Awaited query={query}>
        {(loaded) => (
          <>
            <div className="lp-card">
              <PointsTable
                proposal={loaded}
                left={left}
                onToggle={(id) =>
                  setLeft(left.includes(id) ? left.filter((other) => other !== id) : [...left, id])
                }
              />
            </div>
            <Effect proposal={loaded} />
            <div className="lp-card">
              <h2>{t('points.rule')}</h2>
              <p className="lp-prose">{t('points.ruleText')}</p>
            </div>
          </>
        )}
      </Awaited>
    </EditionFrame>
  )
}

type Input = Parameters<typeof api.expectations.proposal.queryOptions>[0]['input']

/** The one before is shown while the next is worked out, so that a tick does not empty the page. */
function useProposal(input: Input) {
  const query = useQuery(api.expectations.proposal.queryOptions({ input, placeholderData: keepPreviousData }))
  return { ...query, data: query.data as PointsProposal | undefined }
}

function useTitle(proposal: PointsProposal | undefined): string {
  const t = useTexts(expectationTexts)
  if (!proposal) return t('points.waiting')
  const count = proposal.lines.filter(({ today, proposed }) => today !== proposed).length
  if (count === 0) return t('points.titleNothing')
  const { effect } = proposal
  if (!effect) return t('points.titleNoEffect', { count })
  if (effect.moved === 0) return t('points.titleNobody', { count })
  return t('points.title', { count, moved: effect.moved, all: effect.participants.length })
}

function LimitChoice({
  limit,
  onChange,
}: {
  readonly limit: number
  readonly onChange: (limit: number) => void
}) {
  const t = useTexts(expectationTexts)
  const format = useFormats()
  return (
    <Choice label={t('points.limit')} value={String(limit)} onChange={(value) => onChange(Number(value))}>
      {limits.map((each) => (
        <Select.Option key={each} value={String(each)}>
          {t('points.limitPercent', { percent: format.percent(each / 100) })}
        </Select.Option>
      ))}
    </Choice>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <Field>
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </Select>
    </Field>
  )
}
