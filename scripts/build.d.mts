/** Builds what is missing or older than its sources. Throws with the compiler's words when that fails. */
export function buildIfStale(names?: readonly ('server' | 'console')[]): Promise<void>
