/** Is it right, agreed and the same everywhere? */
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { AnswerLine } from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { EmptyState } from '../../design/states.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { useHasRole } from '../../session.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { AnswerLinks } from './answer-links.tsx'
import { type FlagId, FlagMarks, flagIds, flagsOf, StateMark } from './answer-words.tsx'
import { NewAnswer } from './new-answer.tsx'
import { Unanswered } from './unanswered.tsx'
import './answers.css'

export function AnswersPage() {
  const t = useTexts(answerTexts)
  const query = useQuery(api.answers.list.queryOptions({ input: {} }))
  const mayWrite = useHasRole('editor', 'admin')
  const asked = useSearch({ strict: false }) as Search
  const [making, setMaking] = useState<{ topicId: string | null; title: string } | undefined>(
    asked.write === undefined ? undefined : { topicId: asked.topic ?? null, title: asked.write },
  )
  const columns = useColumns()
  const items = query.data?.items
  return (
    <UnderstandFrame
      part="answers"
      title={useTitle(items)}
      subtitle={
        items &&
        t('subtitle', { agreed: items.filter(({ state }) => state === 'agreed').length, all: items.length })
      }
      width="wide"
      actions={
        mayWrite && <Button onClick={() => setMaking({ topicId: null, title: '' })}>{t('new')}</Button>
      }
    >
      <AnswerLinks />
      <div className="lp-card">
        <DataTable
          title={t('list')}
          titleHidden
          rows={items}
          columns={columns}
          rowKey={({ answerId }) => answerId}
          rowLink={({ answerId }) => ({ to: '/understand/answers/$answerId', params: { answerId } })}
          error={query.error}
          onAgain={() => void query.refetch()}
          empty={
            <EmptyState
              title={t('title.none')}
              actions={
                mayWrite && (
                  <Button onClick={() => setMaking({ topicId: null, title: '' })}>{t('new')}</Button>
                )
              }
            >
              {t('empty')}
            </EmptyState>
          }
        />
      </div>
      {query.data && (
        <Unanswered
          topics={query.data.unanswered}
          {...(mayWrite && { onWrite: (topicId: string, title: string) => setMaking({ topicId, title }) })}
        />
      )}
      <FormDialog open={making !== undefined} title={t('create.title')} onClose={() => setMaking(undefined)}>
        {making && (
          <NewAnswer
            start={making}
            topics={query.data?.unanswered ?? []}
            {...(asked.miss !== undefined && { miss: asked.miss })}
          />
        )}
      </FormDialog>
    </UnderstandFrame>
  )
}

function useTitle(items: readonly AnswerLine[] | undefined): string {
  const t = useTexts(answerTexts)
  if (!items) return t('name')
  if (items.length === 0) return t('title.none')
  const having = (flag: FlagId) => items.filter((answer) => flagsOf(answer).includes(flag)).length
  for (const flag of ['wrong', 'stale', 'waiting'] as const) {
    const count = having(flag)
    if (count > 0) return t(`title.${flag}`, { count })
  }
  const count = items.filter(({ state }) => state === 'draft').length
  return count > 0 ? t('title.draft', { count }) : t('title.good')
}

function useColumns(): readonly TableColumn<AnswerLine>[] {
  const t = useTexts(answerTexts)
  const format = useFormats()
  return useMemo(
    (): readonly TableColumn<AnswerLine>[] => [
      { id: 'title', header: t('column.title'), value: ({ title }) => title },
      { id: 'topic', header: t('column.topic'), value: ({ topic }) => topic ?? t('noTopic'), hidden: true },
      {
        id: 'state',
        header: t('column.state'),
        value: ({ state }) => t(`state.${state}`),
        cell: (answer) => <StateMark answer={answer} />,
        filter: { of: ({ state }) => state, label: (code) => t(`state.${code as AnswerLine['state']}`) },
      },
      {
        id: 'flags',
        header: t('column.flags'),
        value: (answer) =>
          flagsOf(answer)
            .map((flag) => t(`flag.${flag}`))
            .join(', '),
        cell: (answer) => <FlagMarks answer={answer} />,
        filter: {
          of: (answer) => flagsOf(answer)[0] ?? 'none',
          label: (code) => t(`flag.${flagIds.find((flag) => flag === code) ?? 'none'}`),
        },
      },
      { id: 'contacts', header: t('column.contacts'), value: ({ contacts }) => contacts, align: 'end' },
      {
        id: 'versions',
        header: t('column.versions'),
        value: ({ approvedVersions }) => approvedVersions,
        cell: ({ approvedVersions, versions }) => `${approvedVersions}/${versions}`,
        align: 'end',
      },
      { id: 'owner', header: t('column.owner'), value: ({ owner }) => owner },
      {
        id: 'changed',
        header: t('column.changed'),
        value: ({ changedAt }) => changedAt,
        cell: ({ changedAt }) => format.shortDate(changedAt),
        hidden: true,
      },
    ],
    [t, format],
  )
}
