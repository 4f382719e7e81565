/** A point in degrees, or on the drawing in pixels: to the right and down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Degrees east and north to pixels. */
  readonly toPoint: (lng: number, lat: number) => Point;
}

/** Degrees. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

interface Office {
  readonly officeLng: number;
  readonly officeLat: number;
}

const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Islands this many times farther away than most towns are drawn beside the map, or the rest would be a dot. */
const FAR = 3.5;
/** Degrees: in a small prefecture nothing is far. */
const NEAR = 0.7;

/** Which offices lie so far out at sea that a map of the others would have no room. */
export function farOffices(offices: readonly Office[]): ReadonlySet<Office> {
  const middle = {
    lng: middleOf(offices.map(({ officeLng }) => officeLng)),
    lat: middleOf(offices.map(({ officeLat }) => officeLat)),
  };
  const distance = ({ officeLng, officeLat }: Office): number =>
    Math.hypot((officeLng - middle.lng) * Math.cos((middle.lat * Math.PI) / 180), officeLat - middle.lat);
  const sorted = offices.map(distance).toSorted((a, b) => a - b);
  const most = Math.max(NEAR, (sorted[Math.floor(sorted.length * 0.7)] ?? 0) * FAR);
  return new Set(offices.filter((office) => distance(office) > most));
}

const boxOf = (offices: readonly Office[]): Box => ({
  west: Math.min(...offices.map(({ officeLng }) => officeLng)),
  east: Math.max(...offices.map(({ officeLng }) => officeLng)),
  south: Math.min(...offices.map(({ officeLat }) => officeLat)),
  north: Math.max(...offices.map(({ officeLat }) => officeLat)),
});

/** How far land may reach beyond the offices, as a share of the longer side: what lies farther out is cut off. */
const BEYOND = 0.35;
/** Room around, as a share of the longer side. */
const AIR = 0.02;

/** All of the land, as far as it lies about the offices. */
function viewOf(offices: readonly Office[], land: Box | null): Box {
  const box = boxOf(offices);
  const longer = Math.max(box.east - box.west, box.north - box.south, 0.1);
  const most = longer * BEYOND;
  const air = longer * AIR;
  return {
    west: Math.min(box.west, Math.max(land?.west ?? box.west, box.west - most)) - air,
    east: Math.max(box.east, Math.min(land?.east ?? box.east, box.east + most)) + air,
    south: Math.min(box.south, Math.max(land?.south ?? box.south, box.south - most)) - air,
    north: Math.max(box.north, Math.min(land?.north ?? box.north, box.north + most)) + air,
  };
}

/** A drawing `width` pixels wide that has all these offices on it; north is up, a degree east is as long as one north. */
export function frameOf(
  offices: readonly Office[],
  { width, margin, land }: { width: number; margin: number; land: Box | null },
): Frame {
  const box = viewOf(offices, land);
  const flat = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  const [wide, tall] = [(box.east - box.west) * flat, box.north - box.south];
  const room = width - 2 * margin;
  const height = Math.round(Math.min(Math.max((tall / wide) * room, width * 0.5), width * 1.15) + 2 * margin);
  const scale = Math.min(room / wide, (height - 2 * margin) / tall);
  const left = (width - wide * scale) / 2;
  const top = (height - tall * scale) / 2;
  return {
    width,
    height,
    toPoint: (lng, lat) => ({
      x: left + (lng - box.west) * flat * scale,
      y: top + (box.north - lat) * scale,
    }),
  };
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export interface Named {
  readonly id: string;
  readonly at: Point;
  /** From the longest to the shortest that would do. */
  readonly texts: readonly string[];
}

export interface Label {
  readonly id: string;
  readonly text: string;
  readonly rect: Rect;
}

/** Roughly: an ideograph is as wide as it is high, a letter not much more than half. */
const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? size : size * 0.6), 2);

/** Words beside their places, the first named first, wherever no mark and no other word stands. */
export function labelsOf(
  named: readonly Named[],
  { width, height }: Pick<Frame, 'width' | 'height'>,
  { size, mark }: { readonly size: number; readonly mark: number },
): readonly Label[] {
  const taken: Rect[] = named.map(({ at }) => ({
    x: at.x - mark,
    y: at.y - mark,
    width: 2 * mark,
    height: 2 * mark,
  }));
  const labels: Label[] = [];
  for (const { id, at, texts } of named) {
    const found = texts
      .flatMap((text) => placesFor(widthOf(text, size), at, { size, mark }).map((rect) => ({ text, rect })))
      .find(
        ({ rect }) =>
          rect.x >= 0 &&
          rect.y >= 0 &&
          rect.x + rect.width <= width &&
          rect.y + rect.height <= height &&
          !taken.some((other) => overlaps(rect, other)),
      );
    if (!found) continue;
    labels.push({ id, ...found });
    taken.push(found.rect);
  }
  return labels;
}

/** Right, left, below and above of a mark. */
function placesFor(wide: number, at: Point, { size, mark }: { size: number; mark: number }): Rect[] {
  const high = size + 3;
  const rect = (x: number, y: number): Rect => ({ x, y, width: wide, height: high });
  return [
    rect(at.x + mark + 2, at.y - high / 2),
    rect(at.x - mark - 2 - wide, at.y - high / 2),
    rect(at.x - wide / 2, at.y + mark + 1),
    rect(at.x - wide / 2, at.y - mark - 1 - high),
  ];
}
