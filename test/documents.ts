import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';

export type Operation = GraphQLField<unknown, unknown>;
export type Kind = 'query' | 'mutation';

/** Every operation of the schema: what is not here cannot be called. */
export const operationsIn = (schema: GraphQLSchema): (readonly [Kind, Operation])[] => [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ['mutation', field] as const),
];

/** Everything that a type shows without arguments, so many levels of objects deep. */
function selectionOf(type: GraphQLNamedOutputType, levels: number): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap(({ name, type: of }) => {
    if (isLeafType(getNamedType(of))) return [name];
    const inner = levels > 1 ? selectionOf(getNamedType(of), levels - 1) : '';
    return inner ? [`${name} ${inner}`] : [];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** As many words as the door takes, with room for the head. */
const MOST_WORDS = 1_800;

/** A document that calls one operation with all its arguments as variables, as deep as the door takes, at most `levels`. */
export function documentOf(kind: Kind, operation: Operation, levels: number): string {
  const document = documentTo(kind, operation, levels);
  const words = document.split(/[\s{}()]+/).length + (document.match(/[{}()]/g)?.length ?? 0);
  return words > MOST_WORDS && levels > 1 ? documentOf(kind, operation, levels - 1) : document;
}

function documentTo(kind: Kind, { name, args, type }: Operation, levels: number): string {
  const heads = args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = selectionOf(getNamedType(type), levels);
  return `${kind}${heads && `(${heads})`} { ${name}${passed && `(${passed})`} ${selection} }`;
}

/** Whether the answer is a list, or a page of one. */
export const isList = ({ type }: Operation): boolean =>
  isListType(getNullableType(type)) || getNamedType(type).name.endsWith('Connection');
