/** Gives a text to the device's own sharing; copies it where there is none. */
export async function shareText(text: string): Promise<"shared" | "copied" | "nothing"> {
  if (navigator.share) {
    try {
      await navigator.share({ text });
      return "shared";
    } catch (error) {
      // The person closed the sheet.
      if ((error as DOMException).name === "AbortError") return "nothing";
    }
  }
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    // The browser forbids the clipboard here; the text is on the page.
    return "nothing";
  }
}
