import { Injectable, type OnModuleInit } from '@nestjs/common'
import { KnownPeople } from '../people/index.js'
import { excludeReported } from './exclude-person.js'

/** Takes a member of the staff out of every case in which they turn out to be reported (rule 24). */
@Injectable()
export class ExcludeReported implements OnModuleInit {
  constructor(private readonly people: KnownPeople) {}

  onModuleInit(): void {
    this.people.register(excludeReported)
  }
}
