import { geoPath, geoTransform } from 'd3-geo';
import { type MouseEvent, useId, useMemo } from 'react';
import { feature, mesh } from 'topojson-client';
import { nameOf } from '../i18n/words';
import { classes } from '../ui/classes';
import { type Box, farOffices, type Frame, frameOf, labelsOf } from './geometry';
import { Ball, type Level, Patterns, patternId } from './levels';
import type { MapPlace } from './town-map.documents';
import type { Boundaries } from './use-boundaries';

export interface DrawnTown {
  readonly place: MapPlace;
  readonly level: Level;
  readonly words: string;
}

interface Props {
  readonly towns: readonly DrawnTown[];
  readonly boundaries: Boundaries | null;
  /** Pixels. */
  readonly width: number;
  readonly chosen: string | null;
  readonly onChoose?: ((id: string) => void) | undefined;
  readonly labelledBy: string;
  readonly describedBy: string;
}

const TEXT = 12;
/** Below it only the towns that matter are named. */
const NARROW = 420;
/** Room for one far island in the strip under the map. */
const FAR_STEP = { wide: 150, high: 24 } as const;

/** The drawing alone. It has no stops for the keyboard: the table beside it is the way there. */
export function MapDrawing(props: Props) {
  const { towns, boundaries, width, chosen, onChoose, labelledBy, describedBy } = props;
  const prefix = useId();
  const offices = useMemo(() => towns.map(({ place }) => place), [towns]);
  const far = useMemo(() => farOffices(offices), [offices]);
  const frame = useMemo(() => {
    const near = offices.filter((office) => !far.has(office));
    return frameOf(near, {
      width,
      margin: boundaries ? 12 : 24,
      land: boundaries && landOf(boundaries, near),
    });
  }, [offices, far, width, boundaries]);
  const away = towns.filter(({ place }) => far.has(place));
  const perLine = Math.max(1, Math.floor((width - 16) / FAR_STEP.wide));
  const strip = away.length === 0 ? 0 : Math.ceil(away.length / perLine) * FAR_STEP.high + 12;
  const marks = towns
    .filter(({ place }) => !far.has(place))
    .map((town) => ({ ...town, at: frame.toPoint(town.place.officeLng, town.place.officeLat) }));
  const radius = radiusFor(marks.length, frame);
  const named = marks
    .toSorted((a, b) => Number(b.place.id === chosen) - Number(a.place.id === chosen) || b.level - a.level)
    .filter(({ place, level }) => width >= NARROW || level > 1 || place.id === chosen)
    .map(({ place, level, words, at }) => ({
      id: place.id,
      at,
      texts: level > 0 && words ? [`${nameOf(place)} ${words}`, nameOf(place), words] : [nameOf(place)],
    }));
  const labels = labelsOf(named, frame, { size: TEXT, mark: radius + 2 });
  const choose = (event: MouseEvent<SVGSVGElement>): void => {
    const target = event.target instanceof Element ? event.target.closest('[data-town]') : null;
    const id = target?.getAttribute('data-town');
    if (id) onChoose?.(id);
  };
  return (
    <svg
      role="img"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      viewBox={`0 0 ${width} ${frame.height + strip}`}
      className={classes('block h-auto w-full', onChoose && '[&_[data-town]]:cursor-pointer')}
      onClick={choose}
    >
      {boundaries && (
        <Shapes towns={towns} boundaries={boundaries} frame={frame} prefix={prefix} chosen={chosen} />
      )}
      {marks.map(({ place, level, words, at }) => (
        <g key={place.id} data-town={place.id}>
          <title>{`${nameOf(place)} ${words}`}</title>
          <Ball level={level} x={at.x} y={at.y} radius={radius} chosen={place.id === chosen} />
        </g>
      ))}
      {labels.map(({ id, text, rect }) => (
        <text
          key={id}
          data-town={id}
          x={rect.x}
          y={rect.y + TEXT}
          fontSize={TEXT}
          paintOrder="stroke"
          strokeWidth="4"
          strokeLinejoin="round"
          className={classes(
            'fill-solid-gray-900 stroke-white forced-colors:fill-[CanvasText] forced-colors:stroke-[Canvas]',
            id === chosen && 'font-700',
          )}
        >
          {text}
        </text>
      ))}
      {away.length > 0 && (
        <g transform={`translate(8 ${frame.height})`}>
          <path
            d={`M0 0H${width - 16}`}
            strokeDasharray="4 4"
            className="stroke-solid-gray-600 forced-colors:stroke-[CanvasText]"
          />
          {away.map(({ place, level, words }, n) => {
            const x = (n % perLine) * FAR_STEP.wide + 12;
            const y = Math.floor(n / perLine) * FAR_STEP.high + 20;
            return (
              <g key={place.id} data-town={place.id}>
                <title>{`${nameOf(place)} ${words}`}</title>
                <Ball level={level} x={x} y={y} radius={6} chosen={place.id === chosen} />
                <text
                  x={x + 12}
                  y={y + 4}
                  fontSize={TEXT}
                  className="fill-solid-gray-900 forced-colors:fill-[CanvasText]"
                >
                  {level > 0 && words ? `${nameOf(place)} ${words}` : nameOf(place)}
                </text>
              </g>
            );
          })}
        </g>
      )}
    </svg>
  );
}

/** Where the land of these towns ends, in degrees. */
function landOf(boundaries: Boundaries, offices: readonly MapPlace[]): Box {
  const near = new Set(offices.map(({ id }) => id));
  const { features } = feature(boundaries, boundaries.objects.towns);
  const [[west, south], [east, north]] = geoPath().bounds({
    type: 'FeatureCollection',
    features: features.filter(({ id }) => near.has(String(id))),
  });
  return { west, south, east, north };
}

/** The more towns, the smaller the marks; still a quarter can be told from a half. */
const radiusFor = (count: number, { width, height }: Frame): number =>
  Math.min(8, Math.max(3.5, Math.sqrt((width * height) / Math.max(count, 1)) / 7));

interface ShapesProps {
  readonly towns: readonly DrawnTown[];
  readonly boundaries: Boundaries;
  readonly frame: Frame;
  readonly prefix: string;
  readonly chosen: string | null;
}

/** The area of each town, filled by its level. */
function Shapes({ towns, boundaries, frame, prefix, chosen }: ShapesProps) {
  const drawn = useMemo(() => {
    const toPoint = frame.toPoint;
    // A plane is flat enough for one prefecture, and minds no ring that runs the other way round.
    const path = geoPath(
      geoTransform({
        point(lng, lat) {
          const { x, y } = toPoint(lng, lat);
          this.stream.point(x, y);
        },
      }),
    ).digits(1);
    const { towns: all } = boundaries.objects;
    return {
      areas: feature(boundaries, all).features.map((one) => ({ id: String(one.id), d: path(one) ?? '' })),
      borders: path(mesh(boundaries, all, (a, b) => a !== b)) ?? '',
      coast: path(mesh(boundaries, all, (a, b) => a === b)) ?? '',
    };
  }, [boundaries, frame]);
  const byId = new Map(towns.map((town) => [town.place.id, town]));
  const chosenArea = drawn.areas.find(({ id }) => id === chosen);
  return (
    <>
      <Patterns prefix={prefix} />
      {drawn.areas.map(({ id, d }) => {
        const town = byId.get(id);
        return (
          <path
            key={id}
            d={d}
            fillRule="evenodd"
            {...(town && { 'data-town': id })}
            fill={town ? `url(#${patternId(prefix, town.level)})` : 'none'}
          >
            {town && <title>{`${nameOf(town.place)} ${town.words}`}</title>}
          </path>
        );
      })}
      <path
        d={drawn.borders}
        fill="none"
        pointerEvents="none"
        strokeWidth="0.8"
        className="stroke-solid-gray-600 forced-colors:stroke-[CanvasText]"
      />
      <path
        d={drawn.coast}
        fill="none"
        pointerEvents="none"
        strokeWidth="1"
        className="stroke-solid-gray-800 forced-colors:stroke-[CanvasText]"
      />
      {chosenArea && (
        <path
          d={chosenArea.d}
          fill="none"
          pointerEvents="none"
          strokeWidth="3"
          className="stroke-black forced-colors:stroke-[Highlight]"
        />
      )}
    </>
  );
}
