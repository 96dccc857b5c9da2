/** Own targets with distance and verdict, the season of one figure, essential performances, and the history. */
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PracticeAnswer } from '../../../src/measure/practice/contract.ts'
import { api } from '../../api.ts'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useFigureName } from '../trend/words.ts'
import { Essentials } from './essentials.tsx'
import { PracticeFrame, useInCentre } from './practice-frame.tsx'
import { SeasonChart } from './season-chart.tsx'
import { TargetDialog } from './target-dialog.tsx'
import { TargetTable, useLevelText } from './target-table.tsx'
import { TrendSection } from './trend-section.tsx'

export function TargetsPart() {
  const inCentre = useInCentre()
  const answer = useQuery(api.practice.get.queryOptions({ input: inCentre }))
  const data = answer.data as PracticeAnswer | undefined
  const [editing, setEditing] = useState<string | null>()
  return (
    <PracticeFrame
      part="targets"
      title={useFinding(data)}
      head={data}
      actions={<AddButton answer={data} onAdd={() => setEditing(null)} />}
    >
      <Awaited query={answer}>{() => <Loaded answer={data!} onEdit={setEditing} />}</Awaited>
      {data?.mayWrite && (
        <TargetDialog
          answer={data}
          open={editing !== undefined}
          figure={editing ?? undefined}
          onClose={() => setEditing(undefined)}
        />
      )}
    </PracticeFrame>
  )
}

function AddButton({
  answer,
  onAdd,
}: {
  readonly answer: PracticeAnswer | undefined
  readonly onAdd: () => void
}) {
  const t = useTexts(practiceTexts)
  return answer?.mayWrite ? <Button onClick={onAdd}>{t('targets.add')}</Button> : null
}

function useFinding(answer: PracticeAnswer | undefined): string {
  const t = useTexts(practiceTexts)
  if (!answer) return t('nav')
  const { name, targets, measured } = answer
  if (targets.length === 0) return t('title.noTargets', { name })
  if (!measured) return t('title.unmeasured', { name })
  const reached = targets.filter(({ verdict }) => verdict === 'reached').length
  return t('title.targets', { name, reached, all: targets.length })
}

type LoadedProps = { readonly answer: PracticeAnswer; readonly onEdit: (figure: string) => void }

function Loaded({ answer, onEdit }: LoadedProps) {
  const t = useTexts(practiceTexts)
  return (
    <>
      <div className="lp-card">
        {answer.targets.length === 0 ? (
          <EmptyState title={t('targets.none')}>{t('targets.noneHint')}</EmptyState>
        ) : (
          <>
            <TargetTable answer={answer} {...(answer.mayWrite ? { onEdit } : {})} />
            <p className="lp-small lp-quiet">{t('targets.lead')}</p>
          </>
        )}
      </div>
      {answer.measured && (
        <div className="lp-card">
          <SeasonChart answer={answer} />
        </div>
      )}
      <Essentials answer={answer} />
      <TrendSection inCentre={answer} />
      {answer.history.length > 0 && <History answer={answer} />}
    </>
  )
}

function History({ answer }: { readonly answer: PracticeAnswer }) {
  const t = useTexts(practiceTexts)
  const format = useFormats()
  const figureName = useFigureName()
  const levelText = useLevelText(answer)
  return (
    <section className="lp-card" aria-labelledby="history-title">
      <h2 id="history-title">{t('targets.history')}</h2>
      <ol className="lp-plain-list lp-practice__history">
        {answer.history.map(({ figure, name, level, changedAt }) => {
          const values = { date: format.instant(changedAt), figure: figureName({ figure, name }) }
          return (
            <li key={`${figure} ${changedAt}`}>
              {level === null
                ? t('targets.historyGone', values)
                : t('targets.historySet', { ...values, level: levelText(figure, level) })}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
