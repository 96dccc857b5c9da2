import { Page } from '../page.tsx'

export function DesignPage() {
  return (
    <main id="main">
      <Page title="Delene i huset">{null}</Page>
    </main>
  )
}
