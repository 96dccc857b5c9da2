/** Improvements that the staffing can reckon with: one decides, and the months below change at once. */
import { Switch } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AvoidableImprovement, FlowView } from '../../../../src/plan/flow/contract.ts'
import { api } from '../../../api.ts'
import { linkTo } from '../../../design/path-target.ts'
import { ScrollBox } from '../../../design/scroll-box.tsx'
import { ErrorState } from '../../../design/states.tsx'
import { Tag } from '../../../design/status.tsx'
import { flowTexts } from '../../../i18n/flow.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'

export function ImprovementList({ flow: { improvements, realisation } }: { readonly flow: FlowView }) {
  const t = useTexts(flowTexts)
  const { percent } = useFormats()
  return (
    <div className="lp-card">
      <h2>{t('improvements.title')}</h2>
      <p className="lp-quiet lp-small">
        {realisation.n === 0
          ? t('improvements.textNone')
          : t('improvements.text', { share: percent(realisation.share) })}
      </p>
      {improvements.length === 0 ? <p>{t('improvements.none')}</p> : <Table improvements={improvements} />}
    </div>
  )
}

function Table({ improvements }: { readonly improvements: readonly AvoidableImprovement[] }) {
  const t = useTexts(flowTexts)
  const heads = ['promised', 'drop', 'contacts', 'hours'] as const
  return (
    <ScrollBox label={t('improvements.title')}>
      <table className="ds-table lp-table lp-table--scroll">
        <thead>
          <tr>
            <th scope="col">{t('improvements.name')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="lp-number">
                {t(`improvements.${head}`)}
              </th>
            ))}
            <th scope="col">{t('improvements.count')}</th>
          </tr>
        </thead>
        <tbody>
          {improvements.map((improvement) => (
            <Row key={improvement.improvementId} improvement={improvement} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Row({ improvement }: { readonly improvement: AvoidableImprovement }) {
  const t = useTexts(flowTexts)
  const { number, percent, interval } = useFormats()
  const { improvementId, title, topics, promised, drop, measured, contacts, hours } = improvement
  return (
    <tr>
      <th scope="row">
        <Link {...linkTo({ to: '/understand/improvements/$improvementId', params: { improvementId } })}>
          {title}
        </Link>
        <span className="lp-small lp-quiet lp-under">{topics.join(', ')}</span>
      </th>
      <td className="lp-number">{promised === null ? '–' : percent(promised)}</td>
      <td className="lp-number lp-nowrap">
        {drop === null ? '–' : percent(drop.mean)} {measured && <Tag>{t('improvements.measured')}</Tag>}
        {drop !== null && (
          <span className="lp-small lp-quiet lp-under">{interval(drop.low * 100, drop.high * 100, 0)} %</span>
        )}
      </td>
      <td className="lp-number lp-nowrap">
        {contacts === null ? '–' : number(contacts.mean, 0)}
        {contacts !== null && (
          <span className="lp-small lp-quiet lp-under">{interval(contacts.low, contacts.high, 0)}</span>
        )}
      </td>
      <td className="lp-number">{hours === null ? '–' : number(hours, 0)}</td>
      <td>
        <Counted improvement={improvement} />
      </td>
    </tr>
  )
}

function Counted({ improvement }: { readonly improvement: AvoidableImprovement }) {
  const t = useTexts(flowTexts)
  const { shortDate } = useFormats()
  const client = useQueryClient()
  const { improvementId, title, counted, cannot } = improvement
  const count = useMutation(
    api.flow.count.mutationOptions({
      // The need of the months and the staffing build on it as well.
      onSuccess: () => client.invalidateQueries(),
    }),
  )
  if (cannot !== null && counted === null)
    return <span className="lp-small lp-quiet">{t(`improvements.cannot.${cannot}`)}</span>
  return (
    <>
      <Switch
        aria-label={t('improvements.countName', { title })}
        checked={counted !== null}
        disabled={count.isPending}
        onChange={(event) => count.mutate({ improvementId, counted: event.target.checked })}
      />
      {counted && (
        <span className="lp-small lp-quiet lp-under">
          {t('improvements.counted', { date: shortDate(counted.from), by: counted.by })}
        </span>
      )}
      {count.error ? <ErrorState error={count.error} /> : null}
    </>
  )
}
