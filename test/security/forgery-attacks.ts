import { variablesOf } from '../arguments.js';
import { documentOf } from '../documents.js';
import { Attacker, JSON_TYPE, UNKNOWN } from './attacker.js';
import type { Sent } from './served.js';

/** What a page of another site lets the browser of somebody who has signed in send. */
export class ForgeryAttacks extends Attacker {
  run(): Promise<void> {
    return this.forgery();
  }

  /** Every mutation, asked for by pages that are not ours. */
  private async forgery(): Promise<void> {
    const group = 'forged requests (CSRF)';
    await this.each(this.operations, async ([kind, operation]) => {
      if (kind !== 'mutation') return;
      const query = documentOf(kind, operation, 1);
      const variables = variablesOf(operation, UNKNOWN);
      const json = JSON.stringify({ query, variables });
      const form = new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString();
      const cookie = { cookie: this.hub };
      const foreign = { origin: 'https://evil.example' };
      const multipart = `--b\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${json}\r\n--b--\r\n`;
      const tries: Readonly<Record<string, Sent>> = {
        GET: { method: 'GET', path: `/graphql?${form}`, headers: cookie },
        'GET that hurries': {
          method: 'GET',
          path: `/graphql?${form}`,
          headers: { ...cookie, 'apollo-require-preflight': 'x' },
        },
        'text/plain': { headers: { ...cookie, 'content-type': 'text/plain' }, body: json },
        'no type': { headers: cookie, body: json },
        form: { headers: { ...cookie, 'content-type': 'application/x-www-form-urlencoded' }, body: form },
        multipart: {
          headers: { ...cookie, 'content-type': 'multipart/form-data; boundary=b' },
          body: multipart,
        },
        'multipart that hurries': {
          headers: {
            ...cookie,
            'content-type': 'multipart/form-data; boundary=b',
            'apollo-require-preflight': 'x',
            origin: this.target.server.url,
          },
          body: multipart,
        },
        'foreign origin': { headers: { ...cookie, ...JSON_TYPE, ...foreign }, body: json },
        'no place': { headers: { ...cookie, ...JSON_TYPE, origin: 'null' }, body: json },
        'neighbouring port': {
          headers: { ...cookie, ...JSON_TYPE, origin: 'http://127.0.0.1:1' },
          body: json,
        },
        'cross-site': { headers: { ...cookie, ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }, body: json },
        'same site': { headers: { ...cookie, ...JSON_TYPE, 'sec-fetch-site': 'same-site' }, body: json },
        'a foreign name everywhere': {
          headers: { ...cookie, ...JSON_TYPE, host: 'evil.example', ...foreign },
          body: json,
        },
        'overridden method': {
          method: 'GET',
          path: `/graphql?${form}`,
          headers: { ...cookie, 'x-http-method-override': 'POST' },
        },
      };
      for (const [name, sent] of Object.entries(tries))
        await this.attempt(
          group,
          `${operation.name} by ${name}`,
          sent,
          (answer) => (answer.status < 400 || /"data"/.test(answer.text)) && `got ${answer.status}`,
        );
    });
    for (const path of ['/graphql', '/', '/healthz']) {
      const headers = {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      };
      await this.attempt(
        group,
        `preflight of ${path}`,
        { method: 'OPTIONS', path, headers },
        (answer) =>
          Object.keys(answer.headers).some((name) => name.startsWith('access-control-')) && 'is allowed',
      );
    }
  }
}
