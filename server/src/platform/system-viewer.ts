import type { Viewer } from '@domain'

/** Who acts when nobody does: the jobs that start at an hour. Holds no post, so no rule lets it read; its steps check nothing but the workflow. */
export const SYSTEM: Viewer = { id: '00000000-0000-4000-8000-000000000000', name: 'Sistem', positions: [] }

/** Who acted, for showing; null when nobody did: the console has its own word for the system, in both languages. */
export const shownActor = (actorId: string, actorName: string): string | null => (actorId === SYSTEM.id ? null : actorName)
