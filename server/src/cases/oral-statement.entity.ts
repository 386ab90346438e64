import { Field, ID, ObjectType } from '@nestjs/graphql'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { titleHeld, type ComplaintOffice, type HeldPosition, type OralStatement as Told } from '@domain'
import { CheckedInside } from '../platform/policy.js'
import type { Tx } from '../platform/work.js'
import { ComplaintOfficeEnum } from './registration-input.js'

/** What a complainant told at an office, as it was taken down and read back (Standar Pelayanan Pengaduan Netralitas, Persyaratan 2). Never changed. */
@Entity('oral_statement')
@ObjectType()
@CheckedInside('whoever reads the case')
export class OralStatement {
  @PrimaryColumn('uuid') @Field(() => ID, { name: 'id' }) caseId: string
  @Column('text') @Field(() => ComplaintOfficeEnum) office: ComplaintOffice
  @Column('text') @Field() text: string
  @Column('timestamptz') @Field(() => Date) readBackAt: Date
  @Column('uuid') takenBy: string
  @Column('text') @Field() takenByName: string
  @Column('text') @Field() takenByTitle: string
}

/** Keeps the statement with its case, in the name of whoever took it down. */
export async function writeOralStatement(tx: Tx, caseId: string, told: Told | null | undefined, post: HeldPosition): Promise<void> {
  if (!told) return
  await tx.manager.insert(OralStatement, {
    caseId,
    office: told.office,
    text: told.text.trim(),
    readBackAt: tx.now,
    takenBy: tx.me.id,
    takenByName: tx.me.name,
    takenByTitle: titleHeld(post),
  })
}

/** The statement as the register knows it; null for what was not told. */
export async function recordedStatement(tx: Tx, caseId: string): Promise<Told | null> {
  const found = await tx.manager.findOneBy(OralStatement, { caseId })
  return found && { office: found.office, text: found.text, readBack: true }
}
