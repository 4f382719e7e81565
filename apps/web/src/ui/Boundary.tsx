import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown in place of what broke, until somebody goes elsewhere. */
  readonly otherwise: ReactNode;
  readonly at: string;
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
  readonly at: string;
}

/** A bug in one screen is no white page. */
export class Boundary extends Component<Props, State> {
  override state: State = { broken: false, at: this.props.at };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): State | null {
    return state.at === at ? null : { broken: false, at };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.otherwise : this.props.children;
  }
}
