// Offers to copy the resume code where the browser allows it.
const code = document.querySelector("[data-copy]");
const button = document.querySelector("[data-copy-button]");

if (navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent.trim());
    button.textContent = "已复制";
  });
}
