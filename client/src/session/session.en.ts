import type { TwinOf } from '../app/words.js'
import type id from './session.id.js'

const words: TwinOf<typeof id> = {
  title: 'Sign in to Tanggap',
  lead: 'Correspondence and services, from the letter received to the letter that answers it.',
  email: 'E-mail address',
  password: 'Password',
  show: 'Show password',
  hide: 'Hide password',
  submit: 'Sign in',
  capsLock: 'Caps Lock is on.',
  emailMissing: 'Enter your e-mail address.',
  passwordMissing: 'Enter your password.',
  waitSeconds: 'Too many attempts. Try again in {n} second. | Too many attempts. Try again in {n} seconds.',
  demo: 'Demo accounts',
  demoText: 'The data here is fictional. Choose an account to fill in the form.',
  fill: 'Fill in the form as {name}',
  againTitle: 'Your session has ended',
  againText: 'Sign in again to go on. What you typed is still on this screen.',
  againSubmit: 'Continue',
  againOther: 'Sign in as somebody else',
  ended: 'Your session has ended. Please sign in again.',
}

export default words
