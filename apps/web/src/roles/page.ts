import { type ComponentType, createElement, lazy, Suspense } from 'react';

/** A screen that is loaded when somebody goes there, not with the role. */
export const page = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load() }));

/** Something that a role places beside a screen: the screen does not wait for it. */
export function part<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded: ComponentType<Props> = lazy(async () => ({ default: await load() }));
  return (props) => createElement(Suspense, { fallback: null }, createElement(Loaded, props));
}
