/**
 * The method as it is being edited: every change is a new version that can be taken back, is checked at once by
 * the same rules as on the server, and is kept on this machine until it is saved.
 */
import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { InputIssue } from '../../../../src/kernel/errors.ts'
import {
  type EditionMethod,
  editionMethod,
  type MethodAnswer,
} from '../../../../src/measure/edition/contract.ts'
import { checkMethod } from '../../../../src/measure/edition/rules/check-method.ts'

export type Change = (draft: EditionMethod) => void

export type Draft = {
  readonly method: EditionMethod
  readonly issues: readonly InputIssue[]
  /** Whether it has the shape of a method, so that it can be saved though invariants may be broken. */
  readonly whole: boolean
  readonly dirty: boolean
  readonly readOnly: boolean
  readonly change: (change: Change) => void
  readonly undo: (() => void) | undefined
  /** Back to what is saved. */
  readonly discard: () => void
}

const DraftContext = createContext<Draft | undefined>(undefined)
export const DraftProvider = DraftContext.Provider

export function useDraft(): Draft {
  const draft = useContext(DraftContext)
  if (!draft) throw new Error('a part of the editor was drawn outside it')
  return draft
}

const stepsBack = 50

/** Starts from what is saved, or from what was left unsaved of the same revision. */
export function useNewDraft(saved: MethodAnswer): Draft {
  const key = `lyttepost-method-${saved.editionId}-${saved.revision}`
  const [versions, setVersions] = useState<readonly EditionMethod[]>(() => [
    saved.method,
    ...leftUnsaved(key),
  ])
  const method = versions.at(-1) ?? saved.method
  const dirty = versions.length > 1
  useEffect(() => keep(key, dirty ? method : undefined), [key, dirty, method])
  const checked = useMemo(() => checkMethod(method), [method])
  const issues = checked.ok ? [] : checked.issues
  return {
    method,
    issues,
    whole: !issues.some(({ code }) => code.startsWith('shape-')),
    dirty,
    readOnly: saved.frozenAt !== null,
    change: (change) =>
      setVersions((all) => {
        const next = structuredClone(all.at(-1) ?? saved.method)
        change(next)
        return [...all.slice(0, 1), ...all.slice(1).slice(-stepsBack), next]
      }),
    undo: dirty ? () => setVersions((all) => all.slice(0, -1)) : undefined,
    discard: () => setVersions([saved.method]),
  }
}

function keep(key: string, method: EditionMethod | undefined): void {
  if (method) localStorage.setItem(key, JSON.stringify(method))
  else localStorage.removeItem(key)
}

/** What was left is trusted only as far as it still has the shape of a method. */
function leftUnsaved(key: string): readonly EditionMethod[] {
  try {
    const parsed = editionMethod.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return parsed.success ? [parsed.data] : []
  } catch {
    return []
  }
}

/** The issues of one place of the document and of all below it. */
export function issuesAt(issues: readonly InputIssue[], path: string): readonly InputIssue[] {
  return issues.filter((issue) => issue.path === path || issue.path?.startsWith(`${path}.`))
}
