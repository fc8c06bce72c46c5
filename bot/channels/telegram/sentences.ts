/** What the channel itself says: about what Telegram can and cannot do. */

export const noSuchCommand = "没有这个命令。请用菜单里的命令，或者直接打字回答。";
export const editedBefore = "看到您改了之前的消息，但已填的内容没有变。要改已填的内容，请回复“修改”。";
export const notKept = "刚才这条消息没有处理成功，请稍后再发一次。之前填的内容都在。";

/** By what a message holds. */
export const notTaken: Readonly<Record<string, string>> = {
  voice: "我听不了语音，请打字回答。",
  audio: "我听不了声音，请打字回答。",
  video_note: "我看不了视频，请打字回答，或发照片、文件。",
  video: "我看不了视频，请发照片或文件（Word、Excel、PDF）。",
  sticker: "我看不懂表情，请打字回答。",
  dice: "我看不懂表情，请打字回答。",
  location: "我用不了位置，请把地址打成文字发来。",
  poll: "我看不了投票，请打字回答。",
  story: "我看不了动态，请打字回答，或发照片、文件。",
};

export const inviteTo = (username: string): string =>
  `单位资料不方便在群里说。请点这里和我单独聊：\nhttps://t.me/${username}?start=group`;

export const tooLargeToFetch = (name: string): string =>
  `文件“${name}”超过 20 MB，在 Telegram 里我收不了。请压缩，或拆成几个文件再发。`;

export const tooLargeToSend = (name: string): string =>
  `文件“${name}”超过 50 MB，在 Telegram 里发不了。请把材料压缩一些，再重新生成。`;
