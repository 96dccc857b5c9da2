/** How many do we need? A week of a queue, interval by interval, against those who are set up. */
import { Button } from '@digdir/designsystemet-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isoWeek } from '../../../src/kernel/calendar.ts'
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { Awaited } from '../../design/states.tsx'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { LacksCard, nextLook } from '../lacks-card.tsx'
import { NoQueues } from '../no-queues.tsx'
import { QueueTabs } from '../queue-tabs.tsx'
import { WeekSteps } from '../week-steps.tsx'
import { DayCard } from './day-card.tsx'
import { NeedMap } from './need-map.tsx'
import { RequirementFile } from './requirement-file.tsx'
import { ScheduledForm } from './scheduled-form.tsx'
import { StaffingFrame } from './staffing-frame.tsx'
import { type Choice, choiceLink, useChoice } from './use-choice.ts'
import { useNeedFinding } from './use-need-finding.ts'
import { WarningCard } from './warning-card.tsx'
import { chosenCell } from './week-cells.ts'
import { WhyCard } from './why-card.tsx'

export function StaffingPage() {
  const t = useTexts(staffingTexts)
  const { shortDate } = useFormats()
  const choice = useChoice()
  const { queueId, from } = choice
  const query = useQuery({
    ...api.staffing.week.queryOptions({ input: { ...(queueId && { queueId }), ...(from && { from }) } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => nextLook(state.data as StaffingWeek | undefined),
  })
  const week = query.data as StaffingWeek | undefined
  const title = useNeedFinding(week)
  return (
    <StaffingFrame
      current="week"
      width="wide"
      title={title}
      {...(week?.queue && {
        subtitle: t('subtitle', {
          week: Number(isoWeek(week.from).slice(-2)),
          from: shortDate(week.from),
          to: shortDate(week.to),
        }),
        actions: <Actions week={week} choice={choice} />,
      })}
    >
      <Awaited query={query} lines={12}>
        {() => <Filled week={week!} choice={choice} />}
      </Awaited>
    </StaffingFrame>
  )
}

type Props = { readonly week: StaffingWeek; readonly choice: Choice }

function Actions({ week, choice }: Props) {
  const t = useTexts(staffingTexts)
  const [isSetting, setIsSetting] = useState(false)
  const { queueId } = choice
  return (
    <>
      <WeekSteps
        from={week.from}
        linkOf={(from) => choiceLink('/plan/staffing', { ...(queueId && { queueId }), from })}
      />
      {week.cells.length > 0 && (
        <>
          <Button variant="secondary" onClick={() => setIsSetting(true)}>
            {t('scheduled.open')}
          </Button>
          <RequirementFile week={week} />
          <FormDialog open={isSetting} title={t('scheduled.title')} onClose={() => setIsSetting(false)}>
            <ScheduledForm week={week} cell={chosenCell(week, choice)!} onDone={() => setIsSetting(false)} />
          </FormDialog>
        </>
      )}
    </>
  )
}

function Filled({ week, choice }: Props) {
  if (week.queue === null) return <NoQueues />
  const cell = chosenCell(week, choice)
  return (
    <>
      <QueueTabs
        queues={week.queues}
        current={week.queue.id}
        linkOf={(queueId) =>
          choiceLink('/plan/staffing', { queueId, ...(choice.from && { from: choice.from }) })
        }
      />
      {cell ? (
        <>
          <WarningCard week={week} />
          <NeedMap week={week} chosen={cell} />
          <div className="lp-staffing-two">
            <DayCard week={week} date={cell.date} />
            <WhyCard week={week} cell={cell} />
          </div>
        </>
      ) : (
        <LacksCard lacks={week.lacks} queueId={week.queue.id} />
      )}
    </>
  )
}
