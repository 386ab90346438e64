import { clockFace, localDate } from '@domain'

/** An instant as the date field holds it: 'YYYY-MM-DDTHH:mm' in Jakarta. */
export const typedMoment = (at: string): string => `${localDate(new Date(at))}T${clockFace(new Date(at)).replace('.', ':')}`
