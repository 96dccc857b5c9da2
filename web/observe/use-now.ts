import { useEffect, useState } from 'react'
import { correctedNow } from '../server-contact.ts'

/**
 * The time, told again every so many milliseconds, and at once when the screen is opened again; by the server's
 * clock when this device's is known to be wrong.
 */
export function useNow(every: number): Date {
  const [now, setNow] = useState(correctedNow)
  useEffect(() => {
    const tick = (): void => setNow(correctedNow())
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
