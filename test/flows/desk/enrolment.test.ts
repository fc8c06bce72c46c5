import { expect, test } from "vitest";
import type { Invitation } from "../../../flows/world.ts";
import { Phone } from "../phone.ts";

const office = { jurisdiction: "zhejiang", level: "city", area: "杭州市", name: "王处长" } as const;
const invitation = (state: Invitation["state"]): Invitation => ({ state, scope: null, isOwn: false, office });

const phoneWith = (state: Invitation["state"]): Phone => {
  const phone = new Phone();
  phone.invitations.set("K7QX3MPA", invitation(state));
  return phone;
};

test.each(["登记 K7QX-3MPA", "登记k7qx3mpa", "K7QX-3MPA", "绑定 K7QX-3MPA"])("%s makes a contact", (said) => {
  const phone = phoneWith("open").say(said);
  expect(phone.contact).toMatchObject(office);
  expect(phone.text).toContain("登记好了");
  expect(phone.question.text).toContain("浙江省杭州市（王处长）");
});

test.each([
  ["used", "已经用过了"],
  ["expired", "已经过期了"],
] as const)("a code that is %s makes none", (state, why) => {
  const phone = phoneWith(state).say("登记 K7QX-3MPA");
  expect(phone.contact).toBeNull();
  expect(phone.text).toContain(why);
  expect(phone.ask.refused).toBe(true);
});

test("an unknown code makes none, and the word alone says what is needed", () => {
  expect(new Phone().say("登记 K7QX-3MPA").contact).toBeNull();
  expect(new Phone().say("登记").text).toContain("登记码");
});

test("a contact goes to its desk and back to the lobby, and the code is of no more use", () => {
  const phone = phoneWith("open").say("登记 K7QX-3MPA").say("返回");
  expect(phone.question.choices.map(({ id }) => id)).toContain("desk");
  expect(phone.say("登记 K7QX-3MPA").text).toContain("已经登记过了");
  expect(phone.say("部门工作").question.text).toContain("王处长");
});

test("whose office is taken away finds itself in the lobby", () => {
  const phone = phoneWith("open").say("登记 K7QX-3MPA");
  phone.contact = null;
  phone.turn({ arrived: true });
  expect(phone.text).toContain("部门工作已经关闭");
  expect(phone.question.choices.map(({ id }) => id)).not.toContain("desk");
});
