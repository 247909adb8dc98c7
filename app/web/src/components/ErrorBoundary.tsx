import { Component, type ReactNode } from "react";

import { ErrorNote } from "./ErrorNote";

interface State { error: Error | null }

/** A part of the page that fails says so in its own place, and the rest of the page stays. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return <ErrorNote error={this.state.error} onRetry={() => this.setState({ error: null })} page />;
  }
}
