import type { Component } from '@domain'

/** What can be open over the page of a selection, with what it is about. */
export type SelectionDialog =
  | { readonly kind: 'documents' | 'checks' | 'posts' | 'plan' | 'extend' | 'reopen' | 'cancel' }
  | { readonly kind: 'applicant'; readonly candidateId: string | null; readonly postId: string | null }
  | { readonly kind: 'removeApplicant'; readonly candidateId: string }
  | { readonly kind: 'drop' | 'appoint'; readonly postId: string }
  | { readonly kind: 'score' | 'import'; readonly postId: string; readonly component: Component }
