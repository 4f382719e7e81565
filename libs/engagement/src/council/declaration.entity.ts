import { randomUUID } from 'node:crypto';
import type { Municipality, MunicipalityKind } from '@banso/directory';
import { DomainError, type LocalDate } from '@banso/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 協働宣言: what the prefecture and its towns sign together. */
@Entity('declaration')
export class Declaration {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('text') title: string;
  @Column('text') body: string;
  @Column('date', { name: 'declared_on' }) declaredOn: LocalDate;
}

const HEAD_OF: Readonly<Record<MunicipalityKind, string>> = {
  designated_city: '市長',
  city: '市長',
  special_ward: '区長',
  town: '町長',
  village: '村長',
};

/** 署名者: the prefecture, or one of its towns. */
@Entity('declaration_signatory')
export class DeclarationSignatory {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'prefecture_id' }) prefectureId: string;
  @Column('uuid', { name: 'declaration_id' }) declarationId: string;
  /** Null: the prefecture itself. */
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId: string | null;
  @Column('int') position: number;
  @Column('text') title: string;
  /** Empty until it is signed. */
  @Column('text') name: string;
  /** Null: not signed yet. */
  @Column('date', { name: 'signed_on', nullable: true }) signedOn: LocalDate | null;

  /** The prefecture first, then its towns in the order of their codes. */
  static all(
    { id, prefectureId }: Declaration,
    towns: readonly Pick<Municipality, 'id' | 'kind'>[],
  ): DeclarationSignatory[] {
    const parties = [
      { id: null, title: '知事' },
      ...towns.map((town) => ({ ...town, title: HEAD_OF[town.kind] })),
    ];
    return parties.map((party, position) =>
      Object.assign(new DeclarationSignatory(), {
        id: randomUUID(),
        prefectureId,
        declarationId: id,
        municipalityId: party.id,
        position,
        title: party.title,
        name: '',
        signedOn: null,
      }),
    );
  }

  /** Who has signed once signs again only after it was taken back. */
  sign(facts: Pick<DeclarationSignatory, 'title' | 'name'> & { readonly signedOn: LocalDate }): void {
    if (this.signedOn !== null)
      throw new DomainError('CONFLICT', 'declaration.already-signed', { name: this.name });
    Object.assign(this, facts);
  }

  takeBack(): void {
    if (this.signedOn === null) throw new DomainError('INVALID_STATE', 'declaration.not-signed');
    this.signedOn = null;
  }
}
