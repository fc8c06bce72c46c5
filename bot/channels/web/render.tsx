import type { Child } from "hono/jsx";
import type { Choice, Input, Reply, Said } from "../../channel.ts";
import { filePath, sizeInWords } from "./files.ts";
import { isShown, type Thread } from "./thread.ts";

/** The form that choices and menu words belong to: one for a page, so that a message is the same in all pages. */
export const PRESS_FORM = "press";

/** More choices, or longer ones, stand under one another. */
const MAX_IN_ROW = 4;
const MAX_LABEL_IN_ROW = 8;

/** One message as HTML, its text escaped; empty for what is not shown. The thread goes on by it. */
export function fragment(said: Said, thread: Thread, isOpen = true): string {
  const when = thread.timeAbove(said);
  const label = said.input && "choice" in said.input ? (thread.label(said.input.choice) ?? said.input.choice) : null;
  thread.add(said);
  if (!isShown(said)) return "";
  const { reply, input } = said;
  const progress = reply?.progress;
  return (
    <Message
      by={said.by}
      when={when}
      data-seq={said.seq}
      data-update={said.updateId ?? undefined}
      data-progress={progress ? `${progress.done}/${progress.total}` : undefined}
      data-ask={reply?.ask ? JSON.stringify(reply.ask) : undefined}
    >
      {reply ? <FromBot reply={reply} isOpen={isOpen} /> : input && <FromPerson input={input} label={label} />}
    </Message>
  ).toString();
}

/** A message's frame; without a sender it is a notice of the page itself. */
export function Message(props: {
  by: "person" | "bot" | "page";
  when?: string | null;
  children?: Child;
  [data: `data-${string}`]: string | number | undefined;
}) {
  const { by, when, children, ...data } = props;
  return (
    <div class={`message ${by}`} {...data}>
      {when && <time>{when}</time>}
      {by !== "page" && (
        <span class="avatar" aria-hidden="true">
          {by === "bot" ? "申" : "我"}
        </span>
      )}
      <div class="body">
        {by !== "page" && <span class="unseen">{by === "bot" ? "助手说：" : "我说："}</span>}
        {children}
      </div>
    </div>
  );
}

function FromPerson({ input, label }: { input: Input; label: string | null }) {
  if ("file" in input) return <FileCard {...input.file} />;
  return <p class="bubble">{"text" in input ? input.text : label}</p>;
}

function FromBot({ reply, isOpen }: { reply: Reply; isOpen: boolean }) {
  return (
    <>
      {reply.text && reply.text !== reply.file?.name && (
        <p class="bubble">
          <Linked text={reply.text} />
        </p>
      )}
      {reply.file && <FileCard {...reply.file} />}
      {reply.choices.length > 0 && <Choices choices={reply.choices} isOpen={isOpen} isAside={reply.ask === null} />}
    </>
  );
}

/** Those of what asks nothing stay open under whatever is asked next. */
function Choices({ choices, isOpen, isAside }: { choices: readonly Choice[]; isOpen: boolean; isAside: boolean }) {
  const tall = choices.length > MAX_IN_ROW || choices.some(({ label }) => label.length > MAX_LABEL_IN_ROW);
  return (
    <fieldset
      class={["choices", tall && "tall", isAside && "aside"].filter(Boolean).join(" ")}
      disabled={!isOpen && !isAside}
    >
      <legend class="unseen">请选择</legend>
      {choices.map(({ id, label }) => (
        <button type="submit" form={PRESS_FORM} name="choice" value={id}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}

function FileCard({ hash, name, size }: { hash: string; name: string; size?: number }) {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return (
    <a class="file" href={filePath(hash, name)} download={name}>
      <span class="file-kind" data-kind={ending} aria-hidden="true">
        {ending || "文件"}
      </span>
      <span class="file-name">{name}</span>
      <span class="file-note">{size === undefined ? "点击下载" : sizeInWords(size)}</span>
    </a>
  );
}

/** Text with its web addresses as links. An address ends where writing that cannot belong to one begins. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split(/(https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w\-/#=~])/).map((part, n) =>
        n % 2 === 0 ? (
          part
        ) : (
          <a href={part} target="_blank" rel="noopener noreferrer">
            {part}
          </a>
        ),
      )}
    </>
  );
}
