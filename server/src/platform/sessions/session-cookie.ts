import { Inject, Injectable } from '@nestjs/common'
import type { Response } from 'express'
import { CONFIG, type Config } from '../config.module.js'
import { cookieName, cookieOptions } from './token.js'

/** The one cookie of the product. Without an expiry: it lives as long as the browser, the session behind it shorter. */
@Injectable()
export class SessionCookie {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  set(response: Response, token: string): void {
    response.cookie(cookieName(this.config.publicUrl), token, cookieOptions(this.config.publicUrl))
  }

  clear(response: Response): void {
    response.clearCookie(cookieName(this.config.publicUrl), cookieOptions(this.config.publicUrl))
    response.set('Clear-Site-Data', '"cache", "cookies", "storage"')
  }
}
