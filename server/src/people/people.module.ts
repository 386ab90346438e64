import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AccountResolver } from './account.resolver.js'
import { AppointHolder } from './appoint-holder.js'
import { ReadDirectory } from './directory.js'
import { DirectoryChanges } from './directory-change.js'
import { EndHolder } from './end-holder.js'
import { KnownPeople } from './known-people.js'
import { OrganisationResolver } from './organisation.resolver.js'
import { OwnAccount } from './own-account.js'
import { ReadPeople } from './people-page.js'
import { PeopleResolver } from './people.resolver.js'
import { Person } from './person.entity.js'
import { PositionHolder } from './position-holder.entity.js'
import { Position } from './position.entity.js'
import { ResetPassword } from './reset-password.js'
import { SavePerson } from './save-person.js'
import { SavePosition } from './save-position.js'
import { SaveUnit } from './save-unit.js'
import { SetPersonDisabled } from './set-person-disabled.js'
import { SignIn } from './sign-in.js'
import { Unit } from './unit.entity.js'

const USE_CASES = [SignIn, OwnAccount, SavePerson, SetPersonDisabled, ResetPassword, SaveUnit, SavePosition, AppointHolder, EndHolder]

@Module({
  imports: [TypeOrmModule.forFeature([Person, Unit, Position, PositionHolder])],
  providers: [
    AccountResolver,
    PeopleResolver,
    OrganisationResolver,
    ReadDirectory,
    ReadPeople,
    DirectoryChanges,
    KnownPeople,
    ...USE_CASES,
  ],
  exports: [KnownPeople, ...USE_CASES],
})
export class PeopleModule {}
