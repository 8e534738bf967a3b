import { expect, test } from "vitest";
import { html, raw } from "./html.js";

test("everything put in is escaped unless it is markup made here", () => {
  const evil = `<script>alert("x")</script> & 'q'`;
  expect(html`<p title="${evil}">${evil}</p>`.html).toBe(
    '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;q&#39;">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;q&#39;</p>',
  );
  expect(html`<ul>${[html`<li>${"<"}</li>`, raw("<li></li>")]}${null}${false}${0}</ul>`.html).toBe(
    "<ul><li>&lt;</li><li></li>0</ul>",
  );
  expect(html`${"a\u0000b"}`.html).toBe("a\ufffdb");
});
