import { SecondFactorService, SignInService } from '@banso/directory';
import multipart, { type MultipartFile } from '@fastify/multipart';
import { badInput, DomainError, isOfTenant, type TenantActor } from '@banso/kernel';
import {
  type Attachment,
  ATTACHMENT_LIMITS,
  ATTACHMENT_OWNERS,
  type AttachmentOwnerType,
  AttachmentService,
  CONFIG,
  type Config,
  contentDisposition,
  duringOperation,
  FILE_KINDS,
  ReadingLog,
  withinDeadline,
} from '@banso/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLIENT_KEY, isClientKey } from '../client-key.js';
import { UPLOAD_ARRIVAL_MS } from '../door/arrival.js';
import { DEADLINE_SECONDS } from '../door/door.js';
import { answerFileError } from './file-errors.js';
import { type Doorkeepers, whoAsks } from '../request-context.js';
import { RateLimits } from '../door/rate-limits.js';

/** What a request costs beside the one point of every request. */
const POINTS = { add: 20, fetch: 5 } as const;

/** With the head of the one part. */
const BODY_BYTES = ATTACHMENT_LIMITS.bytes + 64 * 1024;
const LIMITS = { files: 1, fields: 0, parts: 1, headerPairs: 20, fileSize: ATTACHMENT_LIMITS.bytes + 1 };

/** Whatever it is, and wherever it is opened: it runs, shows and loads nothing. */
const SANDBOX = `default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const isOwnerType = (value: string): value is AttachmentOwnerType =>
  ATTACHMENT_OWNERS.some((type) => type === value);

interface Place {
  readonly ownerType: string;
  readonly ownerId: string;
}

/**
 * Files come in and go out beside GraphQL, by the same door: its hooks, sessions, limits and words. In a scope of their
 * own: nowhere else is a form read.
 */
export async function serveFiles(app: NestFastifyApplication): Promise<void> {
  const service = app.get(AttachmentService);
  const readings = app.get(ReadingLog);
  const doorkeepers: Doorkeepers = {
    config: app.get<Config>(CONFIG),
    signIn: app.get(SignInService),
    secondFactors: app.get(SecondFactorService),
    rates: app.get(RateLimits),
  };

  async function actorOf(request: FastifyRequest, points: number): Promise<TenantActor> {
    const { actor, secondFactorMissing } = await whoAsks(doorkeepers, request, points);
    if (!actor) throw new DomainError('SIGN_IN_REQUIRED', 'access.sign-in-required');
    if (secondFactorMissing) throw new DomainError('FORBIDDEN', 'second-factor.set-up-first');
    if (!isOfTenant(actor)) throw new DomainError('FORBIDDEN', 'access.forbidden');
    return actor;
  }

  async function add(request: FastifyRequest<{ Params: Place }>): Promise<object> {
    const actor = await actorOf(request, POINTS.add);
    const { ownerType, ownerId } = request.params;
    if (!isOwnerType(ownerType)) throw new DomainError('NOT_FOUND', 'attachment.not-found');
    const ref = { ownerType, ownerId };
    await service.assertMayAdd(actor, ref);
    const part = await partOf(request);
    if (!part) throw badInput({ path: 'file', rule: 'required' });
    const upload = { name: part.filename, content: arriving(part.file), key: keyOf(request) };
    return shown(await service.add(actor, ref, upload));
  }

  async function handOut(
    request: FastifyRequest<{ Params: { id: string } }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const actor = await actorOf(request, POINTS.fetch);
    const { attachment, content } = await service.open(actor, request.params.id);
    readings.viewed(actor, 'attachment', attachment.id);
    return reply
      .header('content-type', FILE_KINDS[attachment.kind].type)
      .header('content-length', attachment.bytes)
      .header('content-disposition', contentDisposition(attachment.name))
      .header('content-security-policy', SANDBOX)
      .header('cache-control', 'private, no-store')
      .send(content);
  }

  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(async (scope) => {
    await scope.register(multipart);
    scope.setErrorHandler(answerFileError);
    scope.post<{ Params: Place }>(
      '/files/:ownerType/:ownerId',
      { bodyLimit: BODY_BYTES, config: { arrivalMs: UPLOAD_ARRIVAL_MS } },
      // The time of the work begins when the file is here, which may take minutes by itself.
      (request) =>
        withinDeadline(UPLOAD_ARRIVAL_MS / 1000 + DEADLINE_SECONDS, () =>
          duringOperation('addAttachment', () => add(request)),
        ),
    );
    scope.get<{ Params: { id: string } }>('/files/:id', (request, reply) => handOut(request, reply));
  });
}

const cutOff = (): DomainError => new DomainError('BAD_INPUT', 'attachment.upload-cut');

/** The one file of a form; undefined when there is none. A form that cannot be read is as good as cut off. */
async function partOf(request: FastifyRequest): Promise<MultipartFile | undefined> {
  if (!request.isMultipart()) return undefined;
  try {
    return await request.file({ limits: LIMITS });
  } catch {
    throw cutOff();
  }
}

/** Whoever sends it may go away in the middle: that is no fault of ours. */
async function* arriving(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* content;
  } catch {
    throw cutOff();
  }
}

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers[CLIENT_KEY];
  if (key === undefined) return null;
  if (!isClientKey(key)) throw new DomainError('BAD_INPUT', 'client-key.malformed');
  return `${key.toLowerCase()} file`;
}

const shown = ({ id, name, kind, bytes, scan }: Attachment): object => ({ id, name, kind, bytes, scan });
