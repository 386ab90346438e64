/** "RW" for "Rina Wulandari, S.H.": academic titles after the comma do not count. */
export const initials = (name: string): string =>
  (name.split(',')[0] ?? '')
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !word.endsWith('.'))
    .slice(0, 2)
    .map((word) => word[0])
    .join('')
