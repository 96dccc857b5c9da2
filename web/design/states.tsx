/** What a page or a card shows instead of content: nothing yet, something went wrong, on its way. */
import { Button, Skeleton } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { designTexts } from '../i18n/design.ts'
import { errorTexts } from '../i18n/errors.ts'
import { signInTexts } from '../i18n/sign-in.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { ProblemError } from '../problem.ts'
import { LinkButton } from './link-button.tsx'
import './states.css'

/** What happened, in the person's language. */
export function useProblemText(): (error: unknown) => string {
  const t = useTexts(errorTexts)
  const tooLarge = useTooLarge()
  return (error) => {
    if (!(error instanceof ProblemError)) return t('unexpected')
    return tooLarge(error) ?? t(error.code)
  }
}

/** Which limit a file went beyond, where the server said so. */
function useTooLarge(): (error: ProblemError) => string | undefined {
  const t = useTexts(designTexts)
  const format = useFormats()
  return ({ code, params: { what, most } }) => {
    if (code !== 'too-large' || typeof most !== 'number') return undefined
    if (what === 'rows' || what === 'columns')
      return t(`error.tooLarge.${what}`, { most: format.number(most) })
    if (what !== 'bytes' && what !== 'unpackedBytes') return undefined
    return t(`error.tooLarge.${what}`, { most: format.number(Math.round(most / 1e6)) })
  }
}

export type EmptyStateProps = {
  readonly title: string
  /** What to do first. */
  readonly children?: ReactNode
  /** The button or link that does it. */
  readonly actions?: ReactNode
}

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="lp-state">
      <p className="lp-state__title">{title}</p>
      {children !== undefined && <p className="lp-quiet">{children}</p>}
      {actions !== undefined && <div className="lp-state__actions">{actions}</div>}
    </div>
  )
}

export type ErrorStateProps = {
  readonly error: unknown
  /** What the person tried, as a title: "Planen ble ikke laget". */
  readonly title?: string
  /** What was kept; by default that nothing was changed. */
  readonly kept?: string
  readonly onAgain?: () => void
}

/** What is not there, or not for this person, is not there the next time either. */
const finalStatus: readonly number[] = [403, 404]

function mayHelpAgain(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true
  return !finalStatus.includes(error.status) && error.code !== 'results-not-published'
}

/** What happened, what was kept, and what to do. */
export function ErrorState({ error, title, kept, onAgain }: ErrorStateProps) {
  const t = useTexts(designTexts)
  const text = useProblemText()
  const reference = error instanceof ProblemError ? error.requestId : undefined
  return (
    <div className="lp-state lp-state--error" role="alert">
      <p className="lp-state__title">{title ?? t('error.title')}</p>
      <p>{text(error)}</p>
      <p className="lp-quiet">{kept ?? t('error.kept')}</p>
      {reference !== undefined && reference !== '' && (
        <p className="lp-quiet lp-small">{t('error.reference', { id: reference })}</p>
      )}
      <div className="lp-state__actions">
        {error instanceof ProblemError && error.code === 'not-signed-in' && <SignInAgain />}
        {onAgain !== undefined && mayHelpAgain(error) && (
          <Button variant="secondary" onClick={onAgain}>
            {t('error.again')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** In a new tab, so that what stands on this page stays until it can be sent. */
function SignInAgain() {
  const t = useTexts(signInTexts)
  return (
    <LinkButton to="/sign-in" target="_blank">
      {t('newTab')}
    </LinkButton>
  )
}

/** Grey lines of about the height of what is coming, so that nothing jumps when it arrives. */
export function Loading({ lines = 6 }: { readonly lines?: number }) {
  const t = useTexts(designTexts)
  return (
    <div className="lp-loading" aria-busy="true">
      <span className="lp-visually-hidden" role="status">
        {t('loading')}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <Skeleton key={line} height="2.25rem" width={line === 0 ? '40%' : '100%'} aria-hidden="true" />
      ))}
    </div>
  )
}

/** A query as one of three: still loading, failed, or its content. */
export function Awaited<Answer>({
  query,
  lines,
  children,
}: {
  readonly query: {
    readonly data: Answer | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
  readonly lines?: number
  readonly children: (answer: Answer) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorState error={query.error} onAgain={() => void query.refetch()} />
  return <Loading {...(lines === undefined ? {} : { lines })} />
}
