import { useCallback } from 'react'
import { organisationTexts } from '../i18n/organisation.ts'
import { useTexts } from '../i18n/use-texts.ts'

type ActionText = keyof (typeof organisationTexts.texts.nb)['audit']['actions']

function isKnown(action: string): action is ActionText {
  return Object.hasOwn(organisationTexts.texts.nb.audit.actions, action)
}

/** An action in words; one that has no words yet is shown by its code. */
export function useActionText(): (action: string) => string {
  const t = useTexts(organisationTexts)
  return useCallback((action) => (isKnown(action) ? t(`audit.actions.${action}`) : action), [t])
}

/** @example auditDetail({ roles: ['admin'], name: 'Kari' }) // 'roles: admin · name: Kari' */
export function auditDetail(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([key, value]) => `${key}: ${plain(value)}`)
    .join(' · ')
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
