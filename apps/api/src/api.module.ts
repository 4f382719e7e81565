import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { DirectoryModule, SecondFactorService, SignInService } from '@banso/directory';
import { DispatchModule, PlanExplanationService } from '@banso/dispatch';
import { Clock } from '@banso/kernel';
import { type Config, CONFIG, Db, PlatformModule, RateBudgets, ReadingLog } from '@banso/platform';
import { ExchangeModule } from '@banso/exchange';
import { NoticesModule } from '@banso/notices';
import { OverviewModule } from '@banso/overview';
import { ReportsModule } from '@banso/reports';
import { SettlementModule } from '@banso/settlement';
import { SupportModule } from '@banso/support';
import { EngagementModule } from '@banso/engagement';
import { TalentModule } from '@banso/talent';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessGuard, operationsOf } from './access.js';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { OperationInterceptor } from './audit/operation.interceptor.js';
import { ClientKeyInterceptor } from './client-key.js';
import { documentLimits, MAX_TOKENS } from './document-limits.js';
import { RateLimits } from './door/rate-limits.js';
import { CalendarController } from './dispatch/calendar.controller.js';
import { ENTITIES } from './entities.js';
import { ErrorFilter, formatError, translateErrors } from './errors.js';
import { HealthController } from './health.controller.js';
import { ReckoningModule } from './reckoning.module.js';
import { createRequestContext } from './request-context.js';
import { RESOLVERS } from './resolvers.js';
import { SearchApiModule } from './search/search-api.module.js';
import { Arrival } from './session/arrival.js';
import { IdentityController } from './session/identity.controller.js';

@Module({
  providers: [
    {
      provide: RateLimits,
      inject: [Db, Clock, CONFIG],
      useFactory: (db: Db, clock: Clock, config: Config) =>
        new RateLimits(new RateBudgets(db, clock), config),
    },
  ],
  exports: [RateLimits],
})
class DoorModule {}

const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
  driver: ApolloDriver,
  imports: [DirectoryModule, DispatchModule, DoorModule],
  inject: [CONFIG, SignInService, SecondFactorService, RateLimits, Db, PlanExplanationService, ReadingLog],
  useFactory: (
    config: Config,
    signIn: SignInService,
    secondFactors: SecondFactorService,
    rates: RateLimits,
    db: Db,
    explanations: PlanExplanationService,
    readings: ReadingLog,
  ) => ({
    autoSchemaFile: true,
    sortSchema: true,
    context: (request: FastifyRequest, reply: FastifyReply) =>
      createRequestContext(
        { config, signIn, secondFactors, rates, db, explanations, readings },
        request,
        reply,
      ),
    // No answer is kept by anybody, and without it fields need no hook of their own.
    plugins: [documentLimits(rates), translateErrors, ApolloServerPluginCacheControlDisabled()],
    formatError,
    graphiql: false,
    introspection: config.BANSO_INTROSPECTION,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !config.BANSO_INTROSPECTION,
    parseOptions: { maxTokens: MAX_TOKENS },
  }),
});

@Module({})
export class ApiModule {
  static forRoot(config: Config): DynamicModule {
    operationsOf(RESOLVERS);
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot(config, ENTITIES),
        ReckoningModule,
        AttachmentsModule,
        DirectoryModule,
        TalentModule,
        EngagementModule,
        SupportModule,
        DispatchModule,
        SettlementModule,
        NoticesModule,
        ReportsModule,
        OverviewModule,
        SearchApiModule,
        ExchangeModule,
        DoorModule,
        graphql,
      ],
      controllers: [HealthController, IdentityController, CalendarController],
      providers: [
        ...RESOLVERS,
        Arrival,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: ClientKeyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: OperationInterceptor },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
    };
  }
}
