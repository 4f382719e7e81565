/** From nothing to most. */
export const LEVELS = [0, 1, 2, 3, 4] as const;
export type Level = (typeof LEVELS)[number];

/** Darker with each level, for the eye that sees colours. */
const FILL: Readonly<Record<Level, string>> = {
  0: 'fill-white',
  1: 'fill-key-50',
  2: 'fill-key-100',
  3: 'fill-key-300',
  4: 'fill-key-600',
};
/** More and more of the area is inked, for the eye that does not, for paper and for forced colours. */
const INK = 'stroke-key-900 forced-colors:stroke-[CanvasText]';

export const patternId = (prefix: string, level: Level): string => `${prefix}-level-${level}`;

/** What areas of each level are filled with. */
export function Patterns({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      {LEVELS.map((level) => (
        <pattern
          key={level}
          id={patternId(prefix, level)}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="8" height="8" className={`${FILL[level]} forced-colors:fill-[Canvas]`} />
          {level === 1 && (
            <circle cx="4" cy="4" r="0.8" className="fill-key-900 forced-colors:fill-[CanvasText]" />
          )}
          {level >= 2 && <path d="M0 4h8" strokeWidth={level === 2 ? 0.7 : 1.2} className={INK} />}
          {level >= 3 && <path d="M4 0v8" strokeWidth={level === 3 ? 0.9 : 2.4} className={INK} />}
        </pattern>
      ))}
    </defs>
  );
}

interface BallProps {
  readonly level: Level;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly chosen?: boolean;
}

/** A ball that is filled by a quarter for each level: read at any size, in any colour. */
export function Ball({ level, x, y, radius: most, chosen = false }: BallProps) {
  // Where nothing is the matter the eye should not rest.
  const radius = level === 0 ? most * 0.7 : most;
  const angle = (level / 4) * 2 * Math.PI;
  const end = `${x + radius * Math.sin(angle)} ${y - radius * Math.cos(angle)}`;
  return (
    <>
      {chosen && (
        <circle
          cx={x}
          cy={y}
          r={radius + 3.5}
          strokeWidth="3"
          className="fill-yellow-300 stroke-black forced-colors:fill-[Highlight] forced-colors:stroke-[CanvasText]"
        />
      )}
      <circle
        cx={x}
        cy={y}
        r={radius}
        strokeWidth="1.5"
        className="fill-white stroke-solid-gray-900 forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
      />
      {level === 4 && <circle cx={x} cy={y} r={radius} className={INKED} />}
      {level > 0 && level < 4 && (
        <path
          d={`M${x} ${y}V${y - radius}A${radius} ${radius} 0 ${level > 2 ? 1 : 0} 1 ${end}Z`}
          className={INKED}
        />
      )}
    </>
  );
}

const INKED = 'fill-key-1000 forced-colors:fill-[CanvasText]';
