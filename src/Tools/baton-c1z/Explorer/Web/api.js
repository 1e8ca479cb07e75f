import { state } from "./routes.js";

export async function get(what, parameters = {}, signal = undefined) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ sync: state.sync, ...parameters })) {
    if (value !== undefined && value !== null && value !== "") query.set(key, value);
  }
  let response;
  try {
    response = await fetch(`api/${what}?${query}`, { signal });
  } catch (problem) {
    throw problem.name === "AbortError" ? problem : new Error("baton-c1z does not answer: it was stopped, perhaps. Start it again, and open the new address.");
  }
  const isData = response.headers.get("content-type")?.startsWith("application/json");
  const answer = isData ? await response.json() : { error: await response.text() };
  if (!response.ok) throw new Error(answer.error);
  return answer;
}
