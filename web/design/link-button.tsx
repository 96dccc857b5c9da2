import { Button, type ButtonProps } from '@digdir/designsystemet-react'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly variant?: ButtonProps['variant']
  readonly ref?: Ref<HTMLAnchorElement>
  readonly children?: ReactNode
}

function ButtonLook({ variant = 'primary', children, ...anchor }: AnchorProps) {
  return (
    <Button asChild variant={variant ?? 'primary'}>
      <a {...anchor}>{children}</a>
    </Button>
  )
}

/** A link that looks like a button: for going somewhere. What does something is a `Button`. */
export const LinkButton = createLink(ButtonLook)
