import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('PaperFile', { description: 'A document for paper, as a file.' })
export class PaperFileType {
  @Field({ description: 'Name for the file.' })
  name: string;

  @Field({ description: 'The PDF, as base64.' })
  content: string;
}

export const toPaperFile = ({ name, pdf }: { name: string; pdf: Buffer }): PaperFileType => ({
  name,
  content: pdf.toString('base64'),
});
