/** Updates of one chat are of one key. */
export const laneOf = (update: {
  message?: { chat: { id: number } };
  edited_message?: { chat: { id: number } };
  callback_query?: { from: { id: number }; message?: { chat: { id: number } } };
}): string => {
  const { message, edited_message: edited, callback_query: query } = update;
  return String((message ?? edited ?? query?.message)?.chat.id ?? query?.from.id ?? "");
};
