import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '@banso/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { noteDocument } from './door/follow-requests.js';
import { isGraphQL } from './door/graphql-requests.js';
import { answerRefusal } from './http-errors.js';

/** Written by the build of the web app: the text of each of its operations by its SHA-256. */
const MANIFEST = 'trusted-documents.json';

/** The name that our own build gave it. */
const OPERATION = /(?:^|[\s}])(?:query|mutation)\s+(\w+)/;

const manifestSchema = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string());

async function documentsOf(config: Config): Promise<ReadonlyMap<string, string>> {
  const file = join(config.BANSO_WEB_DIR, MANIFEST);
  if (!existsSync(file)) return new Map();
  return new Map(Object.entries(manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')))));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Puts the text in the place of the id that the web app sends. Where trusted documents are on, nothing else gets as
 * far as the GraphQL parser: no text, no batch, no address with a query in it, no unknown id.
 */
export async function takeTrustedDocuments(app: NestFastifyApplication, config: Config): Promise<void> {
  const documents = await documentsOf(config);
  const required = config.BANSO_TRUSTED_DOCUMENTS;
  if (required && documents.size === 0)
    throw new Error(
      `BANSO_TRUSTED_DOCUMENTS is on, but ${config.BANSO_WEB_DIR} has no ${MANIFEST}: build the web app`,
    );
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('preValidation', async (request: FastifyRequest, reply: FastifyReply) => {
    if (!isGraphQL(request)) return;
    const body: unknown = request.body;
    const { documentId, ...rest } = isRecord(body) ? body : {};
    const text = typeof documentId === 'string' ? documents.get(documentId) : undefined;
    if (text !== undefined && !('query' in rest)) {
      noteDocument(request, OPERATION.exec(text)?.[1] ?? 'unnamed');
      request.body = { ...rest, query: text };
      return;
    }
    if (required || documentId !== undefined)
      return answerRefusal(request, reply, { status: 400, reason: 'document.untrusted' });
  });
}
