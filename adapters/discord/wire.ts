import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIButtonComponentWithURL,
  APIContainerComponent,
  APISeparatorComponent,
  APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';

/**
 * The numbers of Discord's wire format that rendering needs. A test holds them equal to discord.js's; they
 * stand here so that drawing a payload in the playground does not load the whole library.
 */
export const Component = {
  actionRow: 1 as ComponentType.ActionRow,
  button: 2 as ComponentType.Button,
  textDisplay: 10 as ComponentType.TextDisplay,
  separator: 14 as ComponentType.Separator,
  container: 17 as ComponentType.Container,
} as const;

export const Style = {
  primary: 1 as ButtonStyle.Primary,
  secondary: 2 as ButtonStyle.Secondary,
  link: 5 as ButtonStyle.Link,
} as const;

export const Flag = {
  suppressEmbeds: 4 as MessageFlags.SuppressEmbeds,
  ephemeral: 64 as MessageFlags.Ephemeral,
  componentsV2: 32768 as MessageFlags.IsComponentsV2,
} as const;

export type Button = APIButtonComponentWithCustomId | APIButtonComponentWithURL;
export type Row = APIActionRowComponent<Button>;
export type Text = APITextDisplayComponent;
export type Separator = APISeparatorComponent;
type Container = Omit<APIContainerComponent, 'components'> & {
  components: (Row | Text | Separator)[];
};

/** A message of Components V2, as discord.js takes it; `components` is what goes over the wire. */
export interface DiscordPayload {
  /** `IS_COMPONENTS_V2`, and `EPHEMERAL` where only the asker may see it. */
  readonly flags: number;
  readonly components: Container[];
  /** Nobody is pinged, whatever the text says. */
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
}
