/** The picture beside a file of this media type. */
export function fileIcon(mediaType: string): string {
  if (mediaType === 'application/pdf') return 'i-lucide-file-text'
  if (mediaType.startsWith('image/')) return 'i-lucide-file-image'
  if (mediaType.startsWith('audio/')) return 'i-lucide-file-audio'
  if (mediaType.startsWith('video/')) return 'i-lucide-file-video'
  return 'i-lucide-file'
}
