import { type RefCallback, useCallback, useState } from 'react'

/** The width in pixels of what the reference is given to, as it is now; none before it stands on the page. */
export function useWidth(): readonly [RefCallback<HTMLElement>, number | undefined] {
  const [width, setWidth] = useState<number>()
  const box = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return [box, width]
}
