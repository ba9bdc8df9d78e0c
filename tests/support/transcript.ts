import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Seen } from './transport.ts';

type Component = APIMessageTopLevelComponent | APIComponentInContainer;

/** A message the way a person would read it aloud, buttons in brackets, one part a line. */
export const transcript = ({ components, onlyYou }: Seen): string =>
  [...(onlyYou ? ['(only you)'] : []), ...components.flatMap(linesOf)].join('\n');

function linesOf(component: Component): readonly string[] {
  switch (component.type) {
    case ComponentType.Container:
      return component.components.flatMap(linesOf);
    case ComponentType.TextDisplay:
      return component.content.split('\n');
    case ComponentType.Separator:
      return ['———'];
    case ComponentType.File:
      return [`(file ${component.file.url.split('/').at(-1)})`];
    case ComponentType.MediaGallery:
      return component.items.map(({ description }) => `(picture: ${description ?? ''})`);
    case ComponentType.ActionRow:
      return [component.components.map(controlOf).join(' ')];
    default:
      throw new Error(`transcripts can't tell of components of type ${component.type} yet`);
  }
}

function controlOf(control: Extract<Component, { type: ComponentType.ActionRow }>['components'][number]): string {
  if (control.type === ComponentType.StringSelect) {
    return `{${control.placeholder ?? ''}: ${control.options.map(({ label }) => label).join(' / ')}}`;
  }
  if (control.type !== ComponentType.Button) return `{${control.placeholder ?? ''}}`;
  const label = 'label' in control ? control.label : '?';
  return `[${control.style === ButtonStyle.Primary ? '*' : ''}${label}${control.disabled ? ' (off)' : ''}]`;
}

/** All buttons and selects of a message with what they are called. */
export function controlsOf(seen: Seen): readonly {
  readonly name: string;
  readonly customId: string;
  readonly disabled: boolean;
  readonly values: Readonly<Record<string, string>>;
}[] {
  const rows = seen.components.flatMap((component) =>
    component.type === ComponentType.Container ? component.components : [component],
  );
  return rows
    .flatMap((part) => (part.type === ComponentType.ActionRow ? part.components : []))
    .flatMap((control) => {
      if (!('custom_id' in control)) return [];
      const name =
        control.type === ComponentType.Button ? ('label' in control ? control.label : undefined) : control.placeholder;
      const values =
        control.type === ComponentType.StringSelect
          ? Object.fromEntries(control.options.map(({ label, value }) => [label, value]))
          : {};
      return [{ name: name ?? '', customId: control.custom_id, disabled: control.disabled ?? false, values }];
    });
}
