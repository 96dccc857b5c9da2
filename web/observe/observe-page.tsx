import { Alert } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, type ReactNode, useEffect } from 'react'
import { type AssignmentGroup, groupAssignments } from '../../src/measure/fieldwork/rules/assignment-list.ts'
import { Page } from '../design/page.tsx'
import { Awaited, EmptyState } from '../design/states.tsx'
import { observeTexts } from '../i18n/observe.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { AssignmentCard } from './assignment-card.tsx'
import { fetchAhead, listQuery } from './assignment-queries.ts'
import { CodingNote } from './coding-note.tsx'
import { useRecords } from './device-records.ts'
import { InstallHint } from './install-hint.tsx'
import { isUnsentHere, withHere } from './list-here.ts'
import { MyNote } from './my-note.tsx'
import { NetworkNote } from './network-note.tsx'
import { useSending } from './send-work.ts'
import { FeedbackLink } from './survey-feedback-link.tsx'
import { SurveyNotice } from './survey-notice.tsx'
import { UpdateNote } from './update-note.tsx'
import { useOwner } from './use-assignment.ts'
import { useNow } from './use-now.ts'
import './observe.css'

/** What do I do now? */
export function ObservePage() {
  const t = useTexts(observeTexts)
  const owner = useOwner()
  useSending(owner)
  const records = useRecords()
  const now = useNow(30_000)
  const query = useQuery(listQuery(owner))
  const { data: list } = query
  useEffect(() => {
    if (list) void fetchAhead(owner, list)
  }, [owner, list])
  const groups = groupAssignments(withHere(query, records), now)
  const today = groups.find(({ group }) => group === 'today')?.items.length ?? 0
  const title = today > 0 ? t('list.title', { count: today }) : t('list.nothingToday')
  return (
    <Page title={query.data ? title : t('back')} subtitle={t('list.subtitle')} width="narrow">
      <UpdateNote />
      <NetworkNote />
      <MyNote />
      {today === 0 && <OtherWork />}
      {query.data?.pauses.map(({ editionId, edition, reason }) => (
        <Alert key={editionId} data-color="warning">
          <strong>{t('list.paused', { edition })}</strong>
          <p>{t('list.pausedText', { reason })}</p>
        </Alert>
      ))}
      <Awaited query={query}>
        {() => (
          <>
            {groups.length === 0 && (
              <EmptyState title={t('list.nothingAtAll')}>{t('list.nothingAtAllText')}</EmptyState>
            )}
            {groups.map(({ group, items }) => (
              <Fragment key={group}>
                <Group group={group} count={items.length}>
                  {items.map((assignment) => (
                    <AssignmentCard
                      key={assignment.contactId}
                      assignment={assignment}
                      now={now}
                      unsent={isUnsentHere(records, assignment)}
                    />
                  ))}
                </Group>
                {group === 'today' && <OtherWork />}
              </Fragment>
            ))}
          </>
        )}
      </Awaited>
      <InstallHint />
      <FeedbackLink />
    </Page>
  )
}

type GroupProps = {
  readonly group: AssignmentGroup
  readonly count: number
  readonly children: ReactNode
}

/** What lies weeks ahead is the most of a season and the least of a day: it is opened when it is wanted. */
function Group({ group, count, children }: GroupProps) {
  const t = useTexts(observeTexts)
  const id = `group-${group}`
  const heading = (
    <h2 id={id}>
      {t(`list.${group}`)} <span className="lp-quiet lp-number">{count}</span>
    </h2>
  )
  if (group !== 'later')
    return (
      <section className="lp-stack lp-assignments" aria-labelledby={id}>
        {heading}
        {children}
      </section>
    )
  return (
    <details className="lp-assignments lp-assignments--later">
      <summary>{heading}</summary>
      <div className="lp-stack">{children}</div>
    </details>
  )
}

/** What can wait until today's contacts have been made. */
function OtherWork() {
  return (
    <>
      <CodingNote />
      <SurveyNotice />
    </>
  )
}
