import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** Renamed fields in one document; our own screens need at most 7. */
export const MAX_ALIASES = 15;
/** Directives in one document; our own screens need one. */
export const MAX_DIRECTIVES = 10;
/** Levels of braces; fragments without fields are no levels of fields, but they are read as well. */
export const MAX_NESTING = 20;
/** Operations that one document may call; our own screens call at most 8. */
export const MAX_ROOTS = 10;

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

/** The names of the operations that a document calls, seen through fragments; one that stands twice, twice. */
export function rootsOf(operation: OperationDefinitionNode, fragments: Fragments): string[] {
  const roots: string[] = [];
  const seen = new Set<string>();
  const open: SelectionSetNode[] = [operation.selectionSet];
  for (let set = open.pop(); set; set = open.pop())
    for (const selection of set.selections)
      if (selection.kind === Kind.FIELD) roots.push(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) open.push(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        // The same fragment twice asks for the same fields once.
        seen.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) open.push(fragment.selectionSet);
      }
  return roots;
}

/** What there is too much of. */
export interface Excess {
  readonly reason: string;
  readonly limit: number;
}

/** Counts what a document holds; null when nothing is above its limit. */
export function excessOf(
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
  schema: GraphQLSchema,
): Excess | null {
  let aliases = 0;
  let directives = 0;
  let nesting = 0;
  let deepest = 0;
  visit(document, {
    Field: (field) => void (field.alias && aliases++),
    Directive: () => void directives++,
    SelectionSet: {
      enter: () => void (deepest = Math.max(deepest, ++nesting)),
      leave: () => void nesting--,
    },
  });
  if (deepest > MAX_NESTING) return { reason: 'document.too-deep', limit: MAX_NESTING };
  if (aliases > MAX_ALIASES) return { reason: 'document.too-many-aliases', limit: MAX_ALIASES };
  if (directives > MAX_DIRECTIVES) return { reason: 'document.too-many-directives', limit: MAX_DIRECTIVES };
  if (!operation) return null;
  const roots = rootsOf(operation, fragmentsOf(document));
  if (roots.length > MAX_ROOTS) return { reason: 'document.too-many-roots', limit: MAX_ROOTS };
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  const heavy = roots.filter((name) => fields[name]?.extensions['complexity'] !== undefined);
  return new Set(heavy).size < heavy.length ? { reason: 'document.heavy-twice', limit: 1 } : null;
}
