import { useEffect, useState } from 'react'

/** The time, told again every so many milliseconds, and at once when the screen is opened again. */
export function useNow(every: number): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const tick = (): void => setNow(new Date())
    tick()
    const timer = window.setInterval(tick, every)
    document.addEventListener('visibilitychange', tick)
    return () => {
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [every])
  return now
}
