import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoad } from '../gql/use-load';
import { Legend } from './Legend';
import type { Level } from './levels';
import { type DrawnTown, MapDrawing } from './MapDrawing';
import { MapPlacesDocument } from './town-map.documents';
import { useBoundaries } from './use-boundaries';
import { useWidth } from './use-width';

export interface TownOnMap {
  /** Six-digit code. */
  readonly id: string;
  /** From 0, nothing, to 4, most. */
  readonly level: Level;
  /** What the level says of this town, such as 「34日」. */
  readonly words: string;
}

interface Props {
  /** Towns that are not named are drawn at level 0. */
  readonly towns: readonly TownOnMap[];
  /** What the map shows. */
  readonly caption: string;
  readonly chosen?: string | null;
  /** Somebody clicked a town: choose its row in the table beside the map. */
  readonly onChoose?: (id: string) => void;
  /** What the levels mean, from 0 to 4, for the legend. */
  readonly levels?: readonly [string, string, string, string, string];
}

/**
 * Towns of the own prefecture by where their offices stand, and with their shapes when those are imported. Level, number
 * and words say the same as colour. It has no stop for the keyboard: whoever places it sets a table of the same content
 * beside it.
 */
export function TownMap({ towns, caption, chosen = null, onChoose, levels }: Props) {
  const { t } = useTranslation();
  const [captionId, noteId] = [useId(), useId()];
  const [frame, width] = useWidth<HTMLDivElement>();
  const { data } = useLoad(MapPlacesDocument, {});
  const drawn = useMemo(() => {
    const known = new Map(towns.map((town) => [town.id, town]));
    // The prefectural office is a place as well: its code ends in zeros.
    return data?.places
      .filter(({ id }) => id.slice(2, 5) !== '000')
      .map((place): DrawnTown => ({ place, level: 0, words: '', ...known.get(place.id) }));
  }, [data, towns]);
  const boundaries = useBoundaries(drawn?.[0]?.place.id.slice(0, 2));
  const isReady = drawn !== undefined && boundaries !== undefined && width !== null && width > 0;
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-2 print:break-inside-avoid">
      <figcaption id={captionId} className="text-std-16B-170">
        {caption}
      </figcaption>
      <div
        ref={frame}
        className="min-h-60 rounded-8 border border-solid-gray-300 bg-white forced-colors:border-[CanvasText]"
      >
        {isReady && (
          <MapDrawing
            towns={drawn}
            boundaries={boundaries}
            width={width}
            chosen={chosen}
            onChoose={onChoose}
            labelledBy={captionId}
            describedBy={noteId}
          />
        )}
      </div>
      <Legend
        words={levels ?? [t('map.none'), t('map.few'), t('map.some'), t('map.many'), t('map.most')]}
        hasShapes={Boolean(boundaries)}
      />
      <p id={noteId} className="text-dns-14N-130 text-solid-gray-700">
        {t('map.sameInTable')} {boundaries ? t('map.credit') : isReady && t('map.noShapes')}
      </p>
    </figure>
  );
}
