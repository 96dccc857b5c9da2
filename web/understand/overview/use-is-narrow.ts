import { useState } from 'react'

/** Whether the page was opened on a phone's width. */
export function useIsNarrow(): boolean {
  const [isNarrow] = useState(() => window.matchMedia('(width <= 40rem)').matches)
  return isNarrow
}
