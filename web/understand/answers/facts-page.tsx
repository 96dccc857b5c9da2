/** Values that several answers share: changed here, changed everywhere. */
import { Alert, Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useMemo, useState } from 'react'
import type { SharedFactLine } from '../../../src/understand/answers/contract.ts'
import { factKinds } from '../../../src/understand/answers/rules/answer-words.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { EmptyState, useProblemText } from '../../design/states.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { useToast } from '../../design/toast.tsx'
import { answerTexts } from '../../i18n/answers.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useHasRole } from '../../session.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { AnswerLinks } from './answer-links.tsx'
import './answers.css'

type Start = Pick<SharedFactLine, 'name' | 'kind' | 'value'> & {
  readonly uses: number
  readonly isNew: boolean
}

const blank: Start = { name: '', kind: 'price', value: '', uses: 0, isNew: true }

export function FactsPage() {
  const t = useTexts(answerTexts)
  const mayWrite = useHasRole('editor', 'admin')
  const query = useQuery(api.answers.facts.list.queryOptions())
  const items = query.data?.items as readonly SharedFactLine[] | undefined
  const [start, setStart] = useState<Start>()
  const columns = useColumns(mayWrite, setStart)
  const add = mayWrite && <Button onClick={() => setStart(blank)}>{t('facts.add')}</Button>
  return (
    <UnderstandFrame
      part="answers"
      trail={[{ to: '/understand/answers', label: t('name') }]}
      title={
        !items
          ? t('facts.name')
          : items.length === 0
            ? t('facts.titleNone')
            : t('facts.title', { count: items.length })
      }
      subtitle={t('facts.subtitle')}
      actions={add}
    >
      <AnswerLinks />
      <div className="lp-card">
        <DataTable
          title={t('facts.name')}
          titleHidden
          rows={items}
          columns={columns}
          rowKey={({ factId }) => factId}
          error={query.error}
          onAgain={() => void query.refetch()}
          empty={
            <EmptyState title={t('facts.titleNone')} actions={add}>
              {t('facts.empty')}
            </EmptyState>
          }
        />
      </div>
      <FormDialog
        open={start !== undefined}
        title={start?.isNew === false ? t('facts.change') : t('facts.add')}
        onClose={() => setStart(undefined)}
      >
        {start && <FactEditor start={start} onDone={() => setStart(undefined)} />}
      </FormDialog>
    </UnderstandFrame>
  )
}

function useColumns(
  mayWrite: boolean,
  onChange: (start: Start) => void,
): readonly TableColumn<SharedFactLine>[] {
  const t = useTexts(answerTexts)
  const format = useFormats()
  return useMemo((): readonly TableColumn<SharedFactLine>[] => {
    const shown: readonly TableColumn<SharedFactLine>[] = [
      { id: 'name', header: t('fact.nameNeeded'), value: ({ name }) => name },
      {
        id: 'kind',
        header: t('fact.kind'),
        value: ({ kind }) => t(`fact.kinds.${kind}`),
        filter: { of: ({ kind }) => kind, label: (code) => t(`fact.kinds.${code as 'price'}`) },
      },
      { id: 'value', header: t('facts.value'), value: ({ value }) => value },
      {
        id: 'used',
        header: t('facts.used'),
        value: ({ usedBy }) => usedBy.map(({ title }) => title).join(', '),
        cell: ({ usedBy }) => (
          <ul className="lp-answer-uses">
            {usedBy.map(({ answerId, title }) => (
              <li key={answerId}>
                <Link to="/understand/answers/$answerId" params={{ answerId }}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        ),
      },
      {
        id: 'changed',
        header: t('column.changed'),
        value: ({ changedAt }) => changedAt,
        cell: ({ changedAt }) => format.shortDate(changedAt),
      },
    ]
    if (!mayWrite) return shown
    const act: TableColumn<SharedFactLine> = {
      id: 'change',
      header: t('facts.change'),
      value: () => null,
      isAction: true,
      cell: ({ name, kind, value, usedBy }) => (
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={`${t('facts.change')}: ${name}`}
          onClick={() => onChange({ name, kind, value, uses: usedBy.length, isNew: false })}
        >
          {t('facts.change')}
        </Button>
      ),
    }
    return [...shown, act]
  }, [t, format, mayWrite, onChange])
}

function FactEditor({ start, onDone }: { readonly start: Start; readonly onDone: () => void }) {
  const t = useTexts(answerTexts)
  const text = useProblemText()
  const toast = useToast()
  const client = useQueryClient()
  const [fact, setFact] = useState(start)
  const save = useMutation(
    api.answers.facts.save.mutationOptions({
      onSuccess: async ({ changed }) => {
        await client.invalidateQueries({ queryKey: api.answers.key() })
        toast({ text: t('facts.changed', { count: changed }) })
        onDone()
      },
    }),
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ name: fact.name, kind: fact.kind, value: fact.value })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Textfield
        label={t('fact.nameNeeded')}
        required
        maxLength={80}
        readOnly={!start.isNew}
        value={fact.name}
        onChange={(event) => setFact({ ...fact, name: event.target.value.replaceAll(/[{}=:]/g, '') })}
      />
      <Field>
        <Label>{t('fact.kind')}</Label>
        <Select
          value={fact.kind}
          onChange={({ target }) =>
            setFact({ ...fact, kind: factKinds.find((each) => each === target.value) ?? 'price' })
          }
        >
          {factKinds.map((kind) => (
            <Select.Option key={kind} value={kind}>
              {t(`fact.kinds.${kind}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        label={t('facts.value')}
        required
        maxLength={300}
        value={fact.value}
        onChange={(event) => setFact({ ...fact, value: event.target.value.replaceAll(/[{}]/g, '') })}
      />
      {start.uses > 0 && fact.value !== start.value && <p>{t('facts.will', { count: start.uses })}</p>}
      {save.error && (
        <Alert data-color="danger" role="alert">
          {text(save.error)}
        </Alert>
      )}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('facts.save')}
        </Button>
      </div>
    </form>
  )
}
