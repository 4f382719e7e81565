import { duringOperation } from '@banso/platform';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';

/** Names the operation for the audit log: the method of the resolver is called like it. */
@Injectable()
export class OperationInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const name = context.getHandler().name;
    return new Observable((subscriber) => duringOperation(name, () => next.handle().subscribe(subscriber)));
  }
}
