import type { MessageType } from "./parse.ts";

/** What the channel itself says: about what WeChat can and cannot do. */

export const notKept = "刚才这条消息没有处理成功，请再发一次。之前填的内容都在。";
export const notFetched = "这个文件没有收到，请再发一次。";
export const writePrivately = "单位资料不方便在群里说。请点我的头像，选“添加到通讯录”或“发消息”，和我单独聊。";

export const tooLargeToSend = (name: string): string =>
  `文件“${name}”太大，在微信里发不了。请用网页版下载，或联系主管部门。`;

/** By the kind of a message. */
export const notTaken: Partial<Record<MessageType, string>> = {
  Audio: "我听不了语音，请打字回答。",
  Video: "我看不了视频，请发照片或文件（Word、Excel、PDF）。",
  Emoticon: "我看不懂表情，请打字回答。",
  Location: "我用不了位置，请把地址打成文字发来。",
  RedEnvelope: "我不收红包，本助手不收费。请打字回答。",
  Transfer: "我不收转账，本助手不收费。请在手机上退回，然后打字回答。",
  MiniProgram: "我打不开小程序，请打字回答，或发照片、文件。",
  Contact: "我看不了名片，请把姓名和电话打成文字发来。",
  Url: "我打不开链接，请把内容打成文字，或发照片、文件。",
  ChatHistory: "我看不了聊天记录，请把文字或文件直接发来。",
  Post: "我看不了动态，请打字回答，或发照片、文件。",
};
