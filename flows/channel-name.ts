const names: Readonly<Record<string, string>> = {
  web: "网页",
  terminal: "终端",
  wechat: "微信",
  telegram: "Telegram",
};

/** A messenger as people call it. */
export const channelName = (channel: string): string => names[channel] ?? channel;
