/** The components of a message, each by itself (Component Reference). */
import { actionRow, button, componentId } from './buttons.ts';
import { among, byKey, integer, list, object, text, yesNo, type Shape } from './shape.ts';

const anyMedia = object({ url: text(1, 2048, /^(https?|attachment):\/\/./) });
const ownFile = object({ url: text(1, 2048, /^attachment:\/\/./) });

const textDisplay = object({ type: among(10), content: text(1, 4000) }, { id: componentId });

const thumbnail = object(
  { type: among(11), media: anyMedia },
  { id: componentId, description: text(1, 1024), spoiler: yesNo },
);

const section = object(
  {
    type: among(9),
    components: list(byKey('type', new Map([[10, textDisplay]])), 1, 3),
    accessory: byKey(
      'type',
      new Map([
        [2, button],
        [11, thumbnail],
      ]),
    ),
  },
  { id: componentId },
);

const gallery = object(
  { type: among(12), items: list(object({ media: anyMedia }, { description: text(1, 1024), spoiler: yesNo }), 1, 10) },
  { id: componentId },
);

const file = object({ type: among(13), file: ownFile }, { id: componentId, spoiler: yesNo });

const separator = object({ type: among(14) }, { id: componentId, divider: yesNo, spacing: among(1, 2) });

const inContainer: readonly (readonly [number, Shape])[] = [
  [1, actionRow],
  [9, section],
  [10, textDisplay],
  [12, gallery],
  [13, file],
  [14, separator],
];

const container = object(
  { type: among(17), components: list(byKey('type', new Map(inContainer)), 1, 40) },
  { id: componentId, accent_color: integer(0, 0xff_ff_ff), spoiler: yesNo },
);

/** Top-level components of a message with IS_COMPONENTS_V2. */
export const modernComponents = list(byKey('type', new Map([...inContainer, [17, container]])), 0, 40);

/** Without that flag: at most five action rows (Component Reference → Legacy Message Component Behavior). */
export const legacyComponents = list(byKey('type', new Map([[1, actionRow]])), 0, 5);

export { textDisplay };
