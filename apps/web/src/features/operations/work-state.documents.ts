import { graphql, type ResultOf } from '../../gql/graphql';

export const WorkStateDocument = graphql(`
  query WorkState {
    workState {
      at
      jobs {
        job
        waiting
        oldestSeconds
        later
        running
        failing
        dead
      }
      failing {
        id
        job
        failures
        error
        nextAt
      }
      schedules {
        name
        everySeconds
        lastAskedAt
        lastDoneAt
        nextAt
        late
      }
      workers {
        id
        version
        startedAt
        seenAt
        silent
        hands
        busy
        draining
      }
    }
  }
`);

export type WorkNow = ResultOf<typeof WorkStateDocument>['workState'];
