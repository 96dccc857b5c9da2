/** One record at a time, by the keyboard, without seeing what others have answered. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { DemandItem, DemandSample } from '../../../src/understand/overview/contract.ts'
import { type DemandCode, demandCodes } from '../../../src/understand/overview/rules/demand.ts'
import { api } from '../../api.ts'
import { KeyboardSheet } from '../../design/keys.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { Tag } from '../../design/status.tsx'
import { overviewTexts } from '../../i18n/overview.ts'
import { understandTexts } from '../../i18n/understand.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import './overview.css'

const keys: Readonly<Record<DemandCode, string>> = { value: '1', failure: '2', unclear: '3' }
type Sampled = { readonly sample: DemandSample; readonly items: readonly DemandItem[] }

export function CodingPage() {
  const t = useTexts(overviewTexts)
  const { sampleId } = useParams({ strict: false }) as { sampleId: string }
  const query = useQuery(api.overview.demand.items.queryOptions({ input: { sampleId } }))
  const sampled = query.data as Sampled | undefined
  const done = sampled?.items.filter(({ own }) => own !== null).length ?? 0
  const size = sampled?.items.length ?? 0
  const title = !sampled
    ? t('demand.name')
    : done === size
      ? t('demand.codingDone', { size })
      : t('demand.codingTitle', { done, size })
  return (
    <UnderstandFrame
      part="demand"
      title={title}
      subtitle={t('demand.codingText')}
      trail={[{ to: '/understand/demand', label: t('demand.name') }]}
      actions={
        <LinkButton to="/understand/demand" variant="tertiary">
          {t('demand.back')}
        </LinkButton>
      }
    >
      <Awaited query={query}>{(answer) => <Desk sampled={answer as Sampled} sampleId={sampleId} />}</Awaited>
    </UnderstandFrame>
  )
}

function Desk({ sampled, sampleId }: { readonly sampled: Sampled; readonly sampleId: string }) {
  const t = useTexts(overviewTexts)
  const client = useQueryClient()
  const { items } = sampled
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ own }) => own === null),
    ),
  )
  const item = items[at]
  const list = api.overview.demand.items.queryKey({ input: { sampleId } })
  const save = useMutation(
    api.overview.demand.code.mutationOptions({
      onMutate: ({ itemNumber, code }) => {
        client.setQueryData(list, (before: unknown) => coded(before as Sampled, itemNumber, code) as never)
      },
      onError: () => client.invalidateQueries({ queryKey: list }),
      onSettled: () => client.invalidateQueries({ queryKey: api.overview.demand.list.queryKey() }),
    }),
  )
  const move = (step: number) => setAt((before) => Math.min(items.length - 1, Math.max(0, before + step)))
  const code = (chosen: DemandCode): void => {
    if (!item) return
    save.mutate({ sampleId, itemNumber: item.itemNumber, code: chosen })
    move(1)
  }
  if (!item) return null
  return (
    <div className="lp-card lp-demand-card">
      <RecordToCode item={item} size={items.length} />
      {save.error ? <ErrorState error={save.error} /> : null}
      <div className="lp-demand-keys">
        {demandCodes.map((each) => (
          <Button
            key={each}
            variant={item.own === each ? 'primary' : 'secondary'}
            aria-pressed={item.own === each}
            onClick={() => code(each)}
          >
            {t(`demand.${each}`)} <kbd>{keys[each]}</kbd>
          </Button>
        ))}
      </div>
      <div className="lp-row">
        <Button variant="tertiary" disabled={at === 0} onClick={() => move(-1)}>
          {t('demand.previous')}
        </Button>
        <Button variant="tertiary" disabled={at === items.length - 1} onClick={() => move(1)}>
          {t('demand.next')}
        </Button>
        <KeyboardSheet
          keys={[
            ...demandCodes.map((each) => ({
              key: keys[each],
              does: t(`demand.${each}`),
              act: () => code(each),
            })),
            { key: 'ArrowLeft', does: t('demand.previous'), act: () => move(-1) },
            { key: 'ArrowRight', does: t('demand.next'), act: () => move(1) },
          ]}
        />
      </div>
    </div>
  )
}

function coded(before: Sampled | undefined, itemNumber: number, code: DemandCode): Sampled | undefined {
  return (
    before && {
      ...before,
      items: before.items.map((item) => (item.itemNumber === itemNumber ? { ...item, own: code } : item)),
    }
  )
}

function RecordToCode({ item, size }: { readonly item: DemandItem; readonly size: number }) {
  const t = useTexts(overviewTexts)
  const words = useTexts(understandTexts)
  const format = useFormats()
  return (
    <>
      <p className="lp-quiet lp-small" role="status">
        {t('demand.number', { at: item.itemNumber, size })} · {words(`channel.${item.channel}`)},{' '}
        {format.date(item.day)}
      </p>
      <p className="lp-said">{item.text ?? t('demand.deleted')}</p>
      <p>
        {item.topics.map((topic) => (
          <Tag key={topic}>{topic}</Tag>
        ))}
      </p>
      <h2>{t('demand.question')}</h2>
    </>
  )
}
