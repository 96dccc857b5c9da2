import { Alert, Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { MethodAnswer } from '../../../src/measure/edition/contract.ts'
import { describeMethod } from '../../../src/measure/edition/rules/describe-method.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import { Awaited } from '../../design/states.tsx'
import { fileName, saveFile } from '../../design/table/save-file.ts'
import { methodTexts } from '../../i18n/method.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { BringLink } from '../interchange/bring-link.tsx'
import { SurveyButton } from '../interchange/survey-button.tsx'
import { EditionFrame, useEditionId } from './edition-frame.tsx'
import { Changes } from './editor/changes.tsx'
import { Channels } from './editor/channels.tsx'
import { type Draft, DraftProvider, useNewDraft } from './editor/draft.ts'
import { FormPreview } from './editor/form-preview.tsx'
import { isMethodPart, type MethodPart, methodParts } from './editor/parts.ts'
import { ProblemList } from './editor/problem-list.tsx'
import { Questions } from './editor/questions.tsx'
import { SaveBar } from './editor/save-bar.tsx'
import { Scenarios } from './editor/scenarios.tsx'
import { Season } from './editor/season.tsx'
import { Totals } from './editor/totals.tsx'
import { Weights } from './editor/weights.tsx'
import './editor/editor.css'
import '../../design/parts.css'

/** What exactly is measured, and what counts how much. */
export function MethodPage() {
  const t = useTexts(methodTexts)
  const editionId = useEditionId()
  const answer = useQuery({
    ...api.edition.method.queryOptions({ input: { editionId } }),
    // What is being edited must not be replaced under the person's hands.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (answer.data) return <Editor key={`${editionId} ${answer.data.revision}`} saved={answer.data} />
  return (
    <EditionFrame title={t('title')}>
      <Awaited query={answer}>{() => null}</Awaited>
    </EditionFrame>
  )
}

function Editor({ saved }: { readonly saved: MethodAnswer }) {
  const t = useTexts(methodTexts)
  const format = useFormats()
  const draft = useNewDraft(saved)
  const { method } = draft
  const subtitle = t('subtitle', {
    contacts: method.contactsPerParticipant,
    questions: method.questions.length,
    weeks: method.calendar.weeks,
    start: format.date(method.calendar.start),
  })
  return (
    <DraftProvider value={draft}>
      <EditionFrame
        title={useTitle(draft)}
        subtitle={subtitle}
        width="wide"
        actions={
          <>
            {saved.frozenAt === null && <BringLink editionId={saved.editionId} />}
            <SurveyButton editionId={saved.editionId} />
            <Download draft={draft} />
          </>
        }
      >
        {saved.frozenAt !== null && (
          <Alert data-color="info">{t('frozenNote', { date: format.date(saved.frozenAt) })}</Alert>
        )}
        <SaveBar saved={saved} />
        <div className="lp-editor">
          <Parts />
          <div className="lp-stack">
            <Part />
          </div>
          <aside className="lp-editor__side">
            <Totals />
            {!draft.readOnly && <ProblemList />}
          </aside>
        </div>
      </EditionFrame>
    </DraftProvider>
  )
}

function useTitle({ issues, readOnly }: Draft): string {
  const t = useTexts(methodTexts)
  if (readOnly) return t('frozen')
  return issues.length === 0 ? t('whole') : t('broken', { count: issues.length })
}

function Download({ draft: { method, whole } }: { readonly draft: Draft }) {
  const t = useTexts(methodTexts)
  const save = (): void =>
    saveFile(
      `${fileName(method.name.nb)}.json`,
      JSON.stringify(describeMethod(method), null, 2),
      'application/json',
    )
  return (
    <Button variant="secondary" disabled={!whole} onClick={save}>
      {t('download')}
    </Button>
  )
}

function usePart(): MethodPart {
  const { part } = useSearch({ strict: false }) as { readonly part?: unknown }
  return isMethodPart(part) ? part : 'weights'
}

function Parts() {
  const t = useTexts(methodTexts)
  const editionId = useEditionId()
  const current = usePart()
  return (
    <nav className="lp-parts lp-editor__parts lp-no-print" aria-label={t('parts.label')}>
      <ul>
        {methodParts.map((part) => (
          <li key={part}>
            <Link
              {...linkTo({
                to: '/measure/editions/$editionId/method',
                params: { editionId },
                search: { part },
              })}
              aria-current={part === current ? 'true' : undefined}
              resetScroll={false}
            >
              {t(`parts.${part}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Part() {
  const { at } = useSearch({ strict: false }) as { readonly at?: string }
  const part = usePart()
  switch (part) {
    case 'weights':
      return <Weights />
    case 'questions':
      return <Questions key={at ?? ''} />
    case 'channels':
      return <Channels />
    case 'season':
      return <Season />
    case 'scenarios':
      return <Scenarios />
    case 'form':
      return <FormPreview />
    case 'changes':
      return <Changes />
  }
}
