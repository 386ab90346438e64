export type ClusterProblem = 'no_binaries' | 'no_account' | 'disk_full' | 'unusable_directory' | 'in_use' | 'did_not_start'

/** Why PostgreSQL could not be started; the message is a sentence that tells the operator what to do. */
export class ClusterError extends Error {
  constructor(
    readonly problem: ClusterProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'ClusterError'
  }
}

const DISK_FULL = /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/
const NO_ACCESS = /EACCES|EPERM|EROFS|ENOTDIR|Permission denied|Read-only file system|Operation not permitted/

const textOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const { code, stderr } = error as Error & { code?: unknown; stderr?: unknown }
  return [error.message, code, stderr].filter((part) => typeof part === 'string').join('\n')
}

/** Names what went wrong while working in `folder`, from an error or from what PostgreSQL printed. */
export function explain(cause: unknown, folder: string): ClusterError {
  if (cause instanceof ClusterError) return cause
  const text = textOf(cause)
  if (DISK_FULL.test(text)) {
    return new ClusterError('disk_full', `The disk that holds ${folder} is full: free some space (200 MB is enough) and start again.`, {
      cause,
    })
  }
  if (NO_ACCESS.test(text)) {
    const sentence = `The folder ${folder} cannot be used for the database: make it writable for this user, or set DATABASE_URL to a PostgreSQL of your own.`
    return new ClusterError('unusable_directory', sentence, { cause })
  }
  const lines = text.trim().split('\n').slice(-6).join('\n')
  return new ClusterError('did_not_start', `The embedded PostgreSQL in ${folder} did not start. Its last words were:\n${lines}`, { cause })
}
