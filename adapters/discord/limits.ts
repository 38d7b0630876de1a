/**
 * Discord's numbers. Characters are counted here in UTF-16 code units, which is never fewer than Discord's own
 * count, so that nothing within these limits is refused.
 */

/** Components of one message, nested ones counted. https://docs.discord.com/developers/components/reference */
export const COMPONENTS = 40;

/** Characters over all text displays of one message. https://docs.discord.com/developers/components/reference */
export const TEXT = 4000;

/** Buttons in an action row. https://docs.discord.com/developers/components/reference#action-row */
export const ROW_BUTTONS = 5;

/** A button's label. https://docs.discord.com/developers/components/reference#button */
export const BUTTON_LABEL = 80;

/** A button's `custom_id`, unique within its message. https://docs.discord.com/developers/components/reference#custom-id */
export const CUSTOM_ID = 100;

/** A link button's address. https://docs.discord.com/developers/components/reference#button */
export const BUTTON_URL = 512;

/** Subcommands of a command, options of a subcommand, choices of an option. https://docs.discord.com/developers/interactions/application-commands */
export const OPTIONS = 25;

/** Name of a command or option. https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
export const OPTION_NAME = 32;

/** Description of a command or option. https://docs.discord.com/developers/interactions/application-commands */
export const DESCRIPTION = 100;

/** Choices of an autocomplete response. https://docs.discord.com/developers/interactions/receiving-and-responding */
export const CHOICES = 25;

/** Name and string value of a choice. https://docs.discord.com/developers/interactions/application-commands */
export const CHOICE = 100;
