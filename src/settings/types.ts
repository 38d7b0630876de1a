export interface SlackConfig {
  readonly botToken: string;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  readonly apiUrl: string | null;
}

export interface DiscordConfig {
  readonly token: string;
  readonly guildId: string | null;
  readonly apiUrl: string | null;
}

/** What the desk itself needs, on every surface. */
export interface DeskConfig {
  readonly corpusDirectory: string;
  readonly publicUrl: string | null;
  readonly sourceUrlTemplate: string | null;
  readonly host: string;
  readonly port: number;
  readonly playground: boolean;
  readonly logLevel: string;
  /** The folder of what survives a restart. */
  readonly dataDirectory: string;
  /** A PostgreSQL database in its place. It holds a password: it is not to be shown or logged. */
  readonly databaseUrl: string | null;
  /** The IANA time zone of digests for whom the platform tells no other. */
  readonly digestZone: string;
  /** How late a digest is posted that could not be at its time. Milliseconds. */
  readonly digestGrace: number;
}

export interface Config extends DeskConfig {
  readonly slack: SlackConfig | null;
  readonly discord: DiscordConfig | null;
}
