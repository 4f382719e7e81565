import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One item of the skill catalogue, such as `GOV-07`. */
@Entity({ name: 'skill' })
export class Skill {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  /** Where the item comes from: `DSS-P` or `GOV`. */
  @Column({ name: 'scheme', type: 'text' })
  scheme: string;

  @Column({ name: 'category', type: 'text' })
  category: string;

  @Column({ name: 'category_en', type: 'text' })
  categoryEn: string;

  @Column({ name: 'subcategory', type: 'text' })
  subcategory: string;

  @Column({ name: 'subcategory_en', type: 'text' })
  subcategoryEn: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'taxonomy_version', type: 'text' })
  taxonomyVersion: string;
}
