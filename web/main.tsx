import '@digdir/designsystemet-css'
import '@digdir/designsystemet-theme'
import '@fontsource-variable/inter'
import './design/theme.css'
import './design/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { Toasts } from './design/toast.tsx'
import { tellFaultsInOwnWords } from './design/validity.ts'
import { currentLanguage } from './i18n/i18n.ts'
import { router } from './router.tsx'

document.documentElement.lang = currentLanguage()
tellFaultsInOwnWords(document)

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Toasts>
        <RouterProvider router={router} />
      </Toasts>
    </QueryClientProvider>
  </StrictMode>,
)
