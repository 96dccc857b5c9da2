import type { LinkProps } from '@tanstack/react-router'

/** Somewhere in the site, given as data: a path of the router with its parameters and filters. */
export type PathTarget = {
  readonly to: NonNullable<LinkProps['to']>
  readonly params?: Readonly<Record<string, string>>
  readonly search?: Readonly<Record<string, string>>
}

/**
 * The props of a router link for such a place. The path is checked by the type of `to`; its parameters cannot
 * be, because the path is not known where the link is drawn.
 */
export function linkTo({ to, params, search }: PathTarget): LinkProps {
  return { to, ...(params && { params }), ...(search && { search }) } as unknown as LinkProps
}
