import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Ball, LEVELS, Patterns, patternId } from './levels';

interface Props {
  /** What each level means, from 0 to 4. */
  readonly words: readonly string[];
  readonly hasShapes: boolean;
}

/** Each level as it is drawn, with its number and words. */
export function Legend({ words, hasShapes }: Props) {
  const { t } = useTranslation();
  const prefix = useId();
  return (
    <ul aria-label={t('map.legend')} className="flex flex-wrap gap-x-4 gap-y-1 text-dns-14N-130">
      {LEVELS.map((level) => (
        <li key={level} className="flex items-center gap-1.5">
          <svg
            viewBox={hasShapes ? '0 0 44 20' : '0 0 20 20'}
            aria-hidden="true"
            className={hasShapes ? 'h-5 w-11' : 'h-5 w-5'}
          >
            {hasShapes && (
              <>
                <Patterns prefix={prefix} />
                <rect
                  x="21.5"
                  y="2.5"
                  width="21"
                  height="15"
                  fill={`url(#${patternId(prefix, level)})`}
                  className="stroke-solid-gray-600 forced-colors:stroke-[CanvasText]"
                />
              </>
            )}
            <Ball level={level} x={10} y={10} radius={7} />
          </svg>
          <span>
            <span className="tabular-nums">{level}</span> {words[level] ?? ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
