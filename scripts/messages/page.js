// Adds new messages to the open page. Messages that are shown already stay in place, so that neither
// the scroll position nor a selection is lost.
const REFRESH_MS = 3_000;
const list = document.querySelector("#messages");
const status = document.querySelector("#status");
const recipient = document.querySelector("#to");
const shown = new Map([...list.children].map((article) => [article.dataset.id, article]));

async function refresh() {
  try {
    const answer = await fetch(location.href);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    say("The local run does not answer. Start it again, then load this page.");
  }
}

function show(next) {
  const articles = [...next.querySelectorAll("#messages > article")];
  const kept = new Set(articles.map(({ dataset }) => dataset.id));
  for (const [id, article] of shown) {
    if (kept.has(id)) continue;
    article.remove();
    shown.delete(id);
  }
  for (const article of articles.reverse()) {
    const known = shown.get(article.dataset.id);
    if (known) setText(known.querySelector(".age"), article.querySelector(".age").textContent);
    else add(article);
  }
  say(next.querySelector("#status").textContent);
  // An open list must not change under the pointer.
  const options = next.querySelectorAll("#to > option");
  if (document.activeElement !== recipient && options.length !== recipient.length) {
    const { value } = recipient;
    recipient.replaceChildren(...options);
    recipient.value = value;
  }
}

function add(article) {
  shown.set(article.dataset.id, article);
  list.prepend(article);
  offerCopy(article);
}

function say(words) {
  setText(status, words);
}

// Setting the same text again would end a selection in it.
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function offerCopy(article) {
  const button = article.querySelector(".copy");
  if (!button || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.code);
    button.textContent = "Copied";
  });
}

for (const article of shown.values()) offerCopy(article);
recipient.addEventListener("change", () => recipient.form.submit());
recipient.form.querySelector("button").hidden = true;
setInterval(refresh, REFRESH_MS);
