import type { Language } from '../../src/kernel/localized.ts'
import type { Me } from '../../src/organisation/contract.ts'
import { client, queryClient } from '../api.ts'
import { changeLanguage } from '../i18n/i18n.ts'
import { meQuery, useMaybeMe } from '../session.ts'

export const languageNames: Readonly<Record<Language, string>> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
}

/** On the screen at once; on the person too when somebody is signed in, so that it follows to other browsers. */
export function useChooseLanguage(): (language: Language) => void {
  const me = useMaybeMe()
  return (language) => {
    changeLanguage(language)
    if (me === null) return
    const changed: Me = { ...me, person: { ...me.person, language } }
    queryClient.setQueryData<Me | null>(meQuery.queryKey, changed)
    // Refused or offline: the screen keeps the choice, and the next visit asks the server again.
    client.organisation
      .setLanguage({ language })
      .catch(() => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }))
  }
}
