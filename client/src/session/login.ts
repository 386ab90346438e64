/** Whether Caps Lock is on, as far as this key press tells. */
export const capsLockIn = (event: KeyboardEvent): boolean => event.getModifierState?.('CapsLock') ?? false

/** Where to go after sign-in: a path of this console, never another site. */
export function returnPath(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}

export interface DemoAccount {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly title: string
}

const isText = (value: unknown): value is string => typeof value === 'string'

function isAccount(value: unknown): value is DemoAccount {
  if (typeof value !== 'object' || value === null) return false
  const { email, password, name, title } = value as Partial<Record<keyof DemoAccount, unknown>>
  return [email, password, name, title].every(isText)
}

/** The accounts of a demonstration; none when the server does not run one. */
export async function fetchDemoAccounts(): Promise<readonly DemoAccount[]> {
  try {
    const answer = await fetch('/demo-accounts.json', { headers: { accept: 'application/json' } })
    if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) return []
    const listed: unknown = await answer.json()
    return Array.isArray(listed) ? listed.filter(isAccount) : []
  } catch {
    return []
  }
}
