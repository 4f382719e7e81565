import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group of support themes, in the words in which a municipality meets its troubles. */
@Entity({ name: 'trouble_group' })
export class TroubleGroup {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'position', type: 'int' })
  position: number;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;
}
