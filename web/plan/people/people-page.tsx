/** When must we hire? */
import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { HeadcountPlan } from '../../../src/plan/headcount/contract.ts'
import { api, client as caller } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { AssumptionForm, AssumptionList } from './assumptions.tsx'
import { HireList, OutOfReach, Surplus } from './hire-list.tsx'
import { useMonthNames } from './month-name.ts'
import { MonthTable } from './month-table.tsx'
import { NeedForm } from './need-form.tsx'
import { PeopleChart } from './people-chart.tsx'
import { PeopleForm } from './people-form.tsx'
import { PeopleFrame } from './people-frame.tsx'
import './people.css'

type Editing = 'people' | 'needs' | 'assumptions'

export function PeoplePage() {
  const t = useTexts(headcountTexts)
  const query = useQuery(api.headcount.get.queryOptions())
  const plan = query.data as HeadcountPlan | undefined
  const title = useTitle(plan)
  const [editing, setEditing] = useState<Editing | null>(null)
  const download = useMutation({
    mutationFn: () => caller.headcount.export({}),
    onSuccess: (file) => saveFile(file.name, file),
  })
  const close = () => setEditing(null)
  return (
    <PeopleFrame
      tab="plan"
      width="wide"
      title={title}
      subtitle={t('subtitle')}
      actions={
        <>
          <Button onClick={() => setEditing('people')}>{t('editPeople')}</Button>
          <Button variant="secondary" onClick={() => setEditing('needs')}>
            {t('editNeeds')}
          </Button>
          <Button variant="secondary" loading={download.isPending} onClick={() => download.mutate()}>
            {t('export')}
          </Button>
        </>
      }
    >
      <Awaited query={query}>
        {() => <Content plan={plan!} onAssumptions={() => setEditing('assumptions')} />}
      </Awaited>
      {plan && (
        <>
          <FormDialog open={editing === 'people'} title={t('people.title')} onClose={close}>
            <PeopleForm plan={plan} onDone={close} />
          </FormDialog>
          <FormDialog open={editing === 'needs'} title={t('needs.title')} onClose={close}>
            <NeedForm plan={plan} onDone={close} />
          </FormDialog>
          <FormDialog open={editing === 'assumptions'} title={t('assumptions.title')} onClose={close}>
            <AssumptionForm plan={plan} onDone={close} />
          </FormDialog>
        </>
      )}
    </PeopleFrame>
  )
}

function Content({
  plan,
  onAssumptions,
}: {
  readonly plan: HeadcountPlan
  readonly onAssumptions: () => void
}) {
  const t = useTexts(headcountTexts)
  const hasPeople = plan.cohorts.length + plan.hires.length > 0
  const hasNeed = plan.months.some(({ need }) => need !== null)
  return (
    <>
      {(!hasPeople || !hasNeed) && (
        <div className="lp-card">
          <EmptyState
            title={t(hasPeople ? 'title.noNeed' : 'title.unknown')}
            actions={
              <LinkButton to={hasPeople ? '/plan/staffing' : '/plan/shifts/people'} variant="secondary">
                {t(hasPeople ? 'empty.toNeed' : 'empty.toPeople')}
              </LinkButton>
            }
          >
            {t(hasPeople ? 'empty.need' : 'empty.people')}
          </EmptyState>
        </div>
      )}
      {plan.uncounted.length > 0 && (
        <Alert data-color="warning">
          <p>{t('uncounted', { names: plan.uncounted.join(', ') })}</p>
          <p>
            <Link to="/plan/staffing/targets">{t('uncountedMend')}</Link>
          </p>
        </Alert>
      )}
      {hasPeople && hasNeed && <PeopleChart plan={plan} />}
      {hasPeople && (
        <>
          <HireList plan={plan} />
          <div className="lp-columns lp-columns--wide">
            <OutOfReach plan={plan} />
            <Surplus plan={plan} />
          </div>
        </>
      )}
      {plan.peopleFrom === 'shifts' && <p className="lp-quiet lp-small">{t('fromShifts')}</p>}
      {(hasPeople || hasNeed) && <MonthTable months={plan.months} />}
      <AssumptionList plan={plan} onEdit={onAssumptions} />
    </>
  )
}

function useTitle(plan: HeadcountPlan | undefined): string {
  const t = useTexts(headcountTexts)
  const { shortDate } = useFormats()
  const { name } = useMonthNames()
  if (!plan) return t('tab.plan')
  if (plan.cohorts.length + plan.hires.length === 0) return t('title.unknown')
  if (plan.months.every(({ need }) => need === null)) return t('title.noNeed')
  const [first] = plan.proposals
  const [short] = plan.outOfReach
  if (first) {
    const said = { count: first.people, month: name(first.month), date: shortDate(first.advertiseBy) }
    return first.late ? t('title.late', said) : t('title.due', said)
  }
  if (short) return t('title.short', { month: name(short.month) })
  return t('title.enough', { months: plan.months.length })
}
