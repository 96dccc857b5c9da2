/** The gap to somebody or something as a waterfall, and question by question with the submissions behind. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ParticipantInsightAnswer, ShownGap } from '../../../src/measure/insight/contract.ts'
import type { ParticipantAnswer, SubmissionFilter } from '../../../src/measure/results/contract.ts'
import { api } from '../../api.ts'
import { Waterfall } from '../../design/chart/waterfall.tsx'
import { linkTo } from '../../design/path-target.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { submissionsLink } from '../results/links.ts'
import { inSentence, useMethodWords } from '../results/words.ts'
import { Choice } from './choice.tsx'
import { useChosen } from './chosen.ts'
import { findGap } from './gap-finding.ts'
import { GapTable } from './gap-table.tsx'

type Props = { readonly insight: ParticipantInsightAnswer; readonly answer: ParticipantAnswer }

const targets = ['80', '70', '90', '100'] as const

export function GapCard({ insight, answer }: Props) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const { editionId, participantId } = insight
  const against = useChosen('against', [...insight.gaps.map(({ reference }) => reference), 'target'])
  const target = useChosen('target', targets)
  const wanted = Number(target[0])
  const isTarget = against[0] === 'target'
  const toTarget = useQuery({
    ...api.insight.target.queryOptions({ input: { editionId, participantId, total: wanted } }),
    enabled: isTarget,
  })
  const names = (gap: ShownGap) => gap.names.join(', ')
  return (
    <div className="lp-stack">
      <div className="lp-results-choice lp-insight-choice lp-no-print">
        <Choice
          label={t('choose.against')}
          chosen={against}
          options={[
            ...insight.gaps.map(
              (gap) => [gap.reference, t(`gap.against.${gap.reference}`, { names: names(gap) })] as const,
            ),
            ['target', t('gap.against.target')],
          ]}
        />
        {isTarget && (
          <Choice
            label={t('choose.target')}
            chosen={target}
            options={targets.map((total) => [total, format.number(Number(total))])}
          />
        )}
      </div>
      {insight.gaps.length === 0 && <p className="lp-quiet">{t('gap.none')}</p>}
      {isTarget ? (
        <Awaited query={toTarget}>
          {({ gap }) =>
            gap ? (
              <Steps gap={gap as ShownGap} insight={insight} answer={answer} />
            ) : (
              <EmptyState title={t('gap.reached', { total: format.number(wanted) })} />
            )
          }
        </Awaited>
      ) : (
        <Steps
          gap={insight.gaps.find(({ reference }) => reference === against[0])!}
          insight={insight}
          answer={answer}
        />
      )}
    </div>
  )
}

type StepProps = Props & { readonly gap: ShownGap }

function Steps({ gap, insight, answer }: StepProps) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const navigate = useNavigate()
  const words = useMethodWords(insight.method)
  const title = useTitle({ gap, insight, answer })
  const names = gap.names.join(', ')
  const shown = gap.steps.filter(({ value }) => Math.abs(value) >= 0.05)
  const nameOf = ({ kind, area }: ShownGap['steps'][number]) =>
    kind === 'area' ? words.area(area ?? '') : t(`gap.step.${kind}`)
  const filterOf = ({ kind }: ShownGap['steps'][number]): SubmissionFilter => ({
    participantId: insight.participantId,
    ...(kind === 'unanswered' ? { answered: 'no' } : kind === 'area' ? { answered: 'yes' } : {}),
  })
  const notes = [
    ...(gap.reference === 'target' ? [t('gap.noteTarget')] : []),
    ...(gap.reference === 'winner' || gap.reference === 'best' ? [t('gap.noteWinner')] : []),
  ]
  return (
    <>
      <Waterfall
        title={title}
        subtitle={t('gap.subtitle', { level: format.number(insight.level * 100) })}
        start={{ name: t(`gap.start.${gap.reference}`, { names }), value: gap.from }}
        parts={shown.map((step) => ({ name: nameOf(step), value: step.value, interval: step.interval }))}
        end={{ name: insight.participant, value: gap.to }}
        onPart={(at) =>
          void navigate(linkTo(submissionsLink(insight.editionId, filterOf(shown[at]!))) as never)
        }
        {...(notes.length > 0 ? { note: notes.join(' ') } : {})}
      />
      <p className="lp-small lp-step-links lp-no-print">
        {t('gap.behind')}{' '}
        {shown.map((step) => (
          <Link key={step.area ?? step.kind} {...linkTo(submissionsLink(insight.editionId, filterOf(step)))}>
            {nameOf(step)} {format.change(step.value)}
          </Link>
        ))}
      </p>
      <GapTable gap={gap} insight={insight} filterOf={filterOf} nameOf={nameOf} />
    </>
  )
}

function useTitle({ gap, insight, answer }: StepProps): string {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const words = useMethodWords(insight.method)
  const to = t(`gap.to.${gap.reference}`, { total: format.number(gap.from) })
  const finding = findGap(gap)
  if (!finding) return t('gap.heading')
  const names = gap.names.join(', ')
  if (finding.kind === 'above') {
    const name = insight.participant
    const points = format.number(finding.points, 1)
    return `${t('gap.above', { name, points })}: ${inSentence(t(`gap.start.${gap.reference}`, { names }))}`
  }
  const lead = t(finding.isMost ? 'gap.most' : 'gap.largest')
  const { n, nAnswered } = answer.result
  switch (finding.step.kind) {
    case 'unanswered':
      return t('gap.unanswered', { lead, to, unanswered: format.number(n - nAnswered), n: format.number(n) })
    case 'area':
      return t('gap.inArea', { lead, to, area: inSentence(words.area(finding.step.area ?? '')) })
    case 'mix':
    case 'applicable':
      return t(`gap.${finding.step.kind}`, { lead, to })
  }
}
