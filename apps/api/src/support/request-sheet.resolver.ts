import type { Actor } from '@banso/kernel';
import { type Audience, RequestFormService, type RequestSheet, RequestSheetService } from '@banso/support';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor } from '../access.js';
import { PaperFileType, toPaperFile } from '../paper.graphql.js';
import { AudienceEnum, RequestSheetType } from './request-sheet.graphql.js';

@Resolver()
export class RequestSheetResolver {
  constructor(
    private readonly sheets: RequestSheetService,
    private readonly forms: RequestFormService,
  ) {}

  @Mutation(() => RequestSheetType, {
    description: 'A request as readers outside may have it. That it was handed out is logged.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_REQUESTER', 'TOWN_APPROVER')
  makeRequestSheet(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The support request.' }) id: string,
    @Args('audience', { type: () => AudienceEnum, description: 'Who will read it.' }) audience: Audience,
  ): Promise<RequestSheet> {
    return this.sheets.make(actor, id, audience);
  }

  @Mutation(() => PaperFileType, {
    description:
      'The request in Japanese as PDF: before it is sent a draft to be approved on paper. That it was handed out is logged.',
  })
  @Allow('HUB_COORDINATOR', 'HUB_APPROVER', 'TOWN_REQUESTER', 'TOWN_APPROVER')
  async makeRequestForm(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID, description: 'The support request.' }) id: string,
  ): Promise<PaperFileType> {
    return toPaperFile(await this.forms.make(actor, id));
  }
}
