import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isPlainDate } from '../../../../src/kernel/calendar.ts'
import type { EditionMethod } from '../../../../src/measure/edition/contract.ts'
import type {
  ChangeValue,
  Change as MethodChange,
} from '../../../../src/measure/edition/rules/diff/change.ts'
import { diffMethods, seriesBreaks } from '../../../../src/measure/edition/rules/diff/diff-methods.ts'
import { referenceMethod } from '../../../../src/measure/edition/rules/reference/reference-method.ts'
import { api } from '../../../api.ts'
import { ScrollBox } from '../../../design/scroll-box.tsx'
import { Awaited } from '../../../design/states.tsx'
import { Status } from '../../../design/status.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useFormats, useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { useEditionId } from '../edition-frame.tsx'
import { useDraft } from './draft.ts'
import { SelectField } from './fields.tsx'

/** What differs from another edition, an earlier version or the reference method, as it is being edited. */
export function Changes() {
  const t = useTexts(methodTexts)
  const editionId = useEditionId()
  const editions = useQuery(api.edition.list.queryOptions())
  const copiedFrom = editions.data?.items.find((edition) => edition.editionId === editionId)?.copiedFrom
  const [chosen, setChosen] = useState<string>()
  const against = chosen ?? (copiedFrom ? `edition:${copiedFrom}` : 'reference')
  return (
    <section className="lp-card" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changes.title')}</h2>
      <SelectField
        always
        label={t('changes.against')}
        value={against}
        options={useChoices(editionId)}
        onChange={setChosen}
      />
      {against === 'reference' ? <Difference from={referenceMethod} /> : <Stored against={against} />}
    </section>
  )
}

function useChoices(editionId: string): readonly (readonly [string, string])[] {
  const t = useTexts(methodTexts)
  const format = useFormats()
  const editions = useQuery(api.edition.list.queryOptions())
  const revisions = useQuery(api.edition.revisions.queryOptions({ input: { editionId } }))
  const others = editions.data?.items.filter((edition) => edition.editionId !== editionId) ?? []
  return [
    ['reference', t('changes.reference')],
    ...others.map((edition) => [`edition:${edition.editionId}`, edition.name] as const),
    ...(revisions.data?.items ?? []).map(({ revision, savedAt, savedBy }) => {
      const by = savedBy ?? t('changes.somebody')
      return [
        `revision:${revision}`,
        t('changes.revision', { revision, date: format.instant(savedAt), by }),
      ] as const
    }),
  ]
}

function Stored({ against }: { readonly against: string }) {
  const editionId = useEditionId()
  const [kind, id = ''] = against.split(':')
  const input = kind === 'edition' ? { editionId: id } : { editionId, revision: Number(id) }
  const stored = useQuery(api.edition.method.queryOptions({ input }))
  return <Awaited query={stored}>{({ method }) => <Difference from={method} />}</Awaited>
}

function Difference({ from }: { readonly from: EditionMethod }) {
  const t = useTexts(methodTexts)
  const { method } = useDraft()
  const changes = diffMethods(from, method)
  const breaks = seriesBreaks(changes)
  if (changes.length === 0) return <p>{t('changes.none')}</p>
  const reasons = breaks.map((reason) => t(`changes.reason.${reason}`)).join(', ')
  return (
    <>
      <p className="lp-row">
        <span>{t('changes.count', { count: changes.length })}</span>
        <Status tone={breaks.length > 0 ? 'warning' : 'good'}>
          {breaks.length > 0 ? t('changes.breaks', { reasons }) : t('changes.unbroken')}
        </Status>
      </p>
      <ScrollBox label={t('changes.table')}>
        <table className="lp-changes">
          <thead>
            <tr>
              {(['change', 'what', 'before', 'after', 'series'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`changes.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <ChangeRow key={`${change.kind} ${change.subject}`} change={change} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}

function ChangeRow({ change }: { readonly change: MethodChange }) {
  const t = useTexts(methodTexts)
  const format = useFormats()
  const language = useLanguage()
  const show = (value: ChangeValue): string => {
    if (value === null || value === '') return t('changes.nothing')
    if (typeof value === 'boolean') return t(value ? 'changes.yes' : 'changes.no')
    if (typeof value === 'number') return format.number(value)
    if (typeof value !== 'string') return value[language]
    return isPlainDate(value) ? format.date(value) : value
  }
  return (
    <tr>
      <th scope="row">{t(`changes.kind.${change.kind}`)}</th>
      <td>{useSubjectName(change.subject)}</td>
      <td>{show(change.from)}</td>
      <td>{show(change.to)}</td>
      <td>{change.breaks ? t(`changes.reason.${change.breaks}`) : t('changes.kept')}</td>
    </tr>
  )
}

/** What an id is called: a question by its text, an option after it, a channel or an area by its name. */
function useSubjectName(subject: string): string {
  const language = useLanguage()
  const { method } = useDraft()
  const [id, optionId] = subject.split('.')
  const question = method.questions.find((found) => found.id === id)
  const option = question?.options.find((found) => found.id === optionId)
  const named = [...method.channels, ...method.areas, ...method.bands].find((found) => found.id === subject)
  const scenario = method.scenarios.find((found) => found.id === subject)
  if (question)
    return option ? `${question.text[language]} · ${option.label[language]}` : question.text[language]
  return named?.name[language] ?? scenario?.title[language] ?? subject
}
