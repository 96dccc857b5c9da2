/** Who works when? People by days, who is missing and which limits are passed, and what every change comes to. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { consequenceOf } from '../../../src/plan/shifts/rules/consequence.ts'
import { judgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import type { Agent } from '../../../src/plan/shifts/rules/types.ts'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'
import { api } from '../../api.ts'
import { ErrorState, Loading } from '../../design/states.tsx'
import { useNarrow } from '../../design/use-narrow.ts'
import { useUnsavedGuard } from '../../design/use-unsaved-guard.ts'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { PlanFrame } from '../plan-frame.tsx'
import { ShiftParts } from '../shift-parts.tsx'
import { ChangeBar } from './change-bar.tsx'
import { DayList } from './day-list.tsx'
import { dayScale } from './day-scale.ts'
import { FindingsCard } from './findings-card.tsx'
import { FirstSteps, hasNeed } from './first-steps.tsx'
import { useJudge, useJudged } from './judged.ts'
import { MergeNotice } from './merge-notice.tsx'
import type { Place } from './place.ts'
import { type Opened, ShiftDialog } from './shift-dialog.tsx'
import { ShiftKeys } from './shift-keys.tsx'
import { ShortCard } from './short-card.tsx'
import { ShownChoice } from './shown-choice.tsx'
import { SolveCard } from './solve-card.tsx'
import { useDraft } from './use-draft.ts'
import { useSave } from './use-save.ts'
import { useShown } from './use-shown.ts'
import { useWeekTitle } from './use-title.ts'
import { WeekActions } from './week-actions.tsx'
import { WeekGrid } from './week-grid.tsx'
import { WeekState } from './week-state.tsx'
import { weekInAddress } from './week-to-plan.ts'
import './shift-plan.css'

export function ShiftPlanPage() {
  const t = useTexts(shiftPlanTexts)
  const plans = useHasRole('manager', 'planner', 'admin')
  const { week } = useParams({ from: '/signed-in/plan/shifts/$week' })
  const weekStart = weekInAddress(week, new Date())
  const query = useQuery({
    ...api.shifts.week.get.queryOptions({ input: { weekStart } }),
    enabled: plans,
    refetchInterval: 30_000,
  })
  if (query.data) return <Planning key={weekStart} week={query.data as WeekView} />
  return (
    <PlanFrame part="shifts" width="wide" title={t('title.loading')}>
      {!plans ? (
        <p>{t('others')}</p>
      ) : query.error ? (
        <ErrorState error={query.error} onAgain={() => void query.refetch()} />
      ) : (
        <Loading lines={14} />
      )}
    </PlanFrame>
  )
}

function Planning({ week }: { readonly week: WeekView }) {
  const t = useTexts(shiftPlanTexts)
  const judge = useJudge(week)
  const draft = useDraft(week)
  const [preview, setPreview] = useState<readonly PlanShift[] | null>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const saved = useJudged(judge, draft.base.shifts)
  const now = useJudged(judge, draft.shifts)
  const shown = useMemo(() => (preview ? judgedWeek(judge, preview, now) : now), [judge, preview, now])
  const told = useMemo(
    () => consequenceOf(judge, preview ? now : saved, preview ? shown : now),
    [judge, preview, saved, now, shown],
  )
  const { save, isSaving, error } = useSave(week.weekStart, draft)
  const title = useWeekTitle(judge, now)
  // People by days need more than a phone's width.
  const isNarrow = useNarrow(48)
  // Of an empty week it is the first thing to do, and of a running search one wants to see the end.
  const isSolveFirst = draft.shifts.length === 0 || week.solveJobId !== null
  const agents = useShownAgents(judge.given.agents)
  const { shown: filter, show } = useShown()
  const [asked, setAsked] = useState(0)
  const scale = useMemo(() => {
    const open = judge.given.queues.flatMap((queue) => queue.open)
    const days = judge.days.filter(({ date }) => date === filter.day)
    return dayScale(judge.days, [...open, ...draft.base.shifts], days.length > 0 ? days : judge.days)
  }, [judge, draft.base.shifts, filter.day])
  useUnsavedGuard(draft.isChanged, { question: t('leave') })
  const open = useCallback((shift: PlanShift, isNew: boolean) => setOpened({ shift, isNew }), [])
  /** To a shift from somewhere else on the page, whatever is filtered away; on a phone it is opened. */
  const go = (at: Place): void => {
    if (filter.day !== '' || !agents.some(({ id }) => id === at.agentId))
      show({ day: isNarrow ? at.date : '', name: '', skill: '' })
    const shift = draft.shifts.find(({ id }) => id === at.shiftId)
    if (isNarrow && shift) open(shift, false)
    setPlace(at)
    setAsked((count) => count + 1)
  }
  const put = (shift: PlanShift): void => {
    const isKnown = draft.shifts.some(({ id }) => id === shift.id)
    draft.edit(
      isKnown ? draft.shifts.map((each) => (each.id === shift.id ? shift : each)) : [...draft.shifts, shift],
    )
    setOpened(null)
  }
  return (
    <PlanFrame
      part="shifts"
      width="wide"
      title={title}
      subtitle={<WeekState week={week} judged={now} judge={judge} />}
      actions={<WeekActions {...{ week, draft, now, save }} />}
    >
      <ShiftParts current="week" />
      <MergeNotice draft={draft} week={week} judge={judge} />
      {error !== null && <ErrorState error={error} title={t('save.failed')} kept={t('save.kept')} />}
      {isSolveFirst &&
        (judge.given.agents.length > 0 && hasNeed(judge) ? (
          <SolveCard {...{ week, draft, save }} />
        ) : (
          <FirstSteps judge={judge} />
        ))}
      <ShownChoice agents={judge.given.agents}>{!isNarrow && <ShiftKeys />}</ShownChoice>
      {isNarrow ? (
        <DayList {...{ judge, agents, week: shown, scale }} onOpen={open} />
      ) : (
        <WeekGrid
          {...{ judge, agents, scale, place, asked }}
          week={shown}
          shifts={draft.shifts}
          onPlace={setPlace}
          onPreview={setPreview}
          onEdit={draft.edit}
          onOpen={open}
          onUndo={draft.undo}
          onRedo={draft.redo}
          onSave={() => void save()}
        />
      )}
      <div className="lp-shift-plan__two">
        <ShortCard judge={judge} week={now} solved={week.solved} />
        <FindingsCard judge={judge} week={now} onGo={go} />
        {!isSolveFirst && <SolveCard {...{ week, draft, save }} />}
      </div>
      <ChangeBar
        {...{ draft, judge, told, isSaving }}
        isHolding={preview !== null}
        onSave={() => void save()}
      />
      <ShiftDialog
        opened={opened}
        judge={judge}
        week={now}
        onPut={put}
        onRemove={({ id }) => {
          draft.edit(draft.shifts.filter((shift) => shift.id !== id))
          setOpened(null)
        }}
        onClose={() => setOpened(null)}
      />
    </PlanFrame>
  )
}

/** By a part of the name and a skill, from the address. */
function useShownAgents(agents: readonly Agent[]): readonly Agent[] {
  const {
    shown: { name, skill },
  } = useShown()
  return useMemo(() => {
    const part = name.trim().toLocaleLowerCase('nb')
    return agents.filter(
      (agent) =>
        (skill === '' || agent.skills.includes(skill)) && agent.name.toLocaleLowerCase('nb').includes(part),
    )
  }, [agents, name, skill])
}
