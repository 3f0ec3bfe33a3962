using System.Text.Encodings.Web;
using System.Text.Unicode;
using Streamix.Comms.Email.Templates;

namespace Streamix.Comms.Email.Unsubscribing;

/// <summary>The small pages behind the link: no script, nothing from elsewhere.</summary>
internal static class UnsubscribePage
{
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Question(Phrases words) => Page(words, "unsubscribe.title", "unsubscribe.question", $"""
        <form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button>{Encoder.Encode(words["unsubscribe"])}</button></form>
        """);

    public static string Done(Phrases words) => Page(words, "unsubscribe.done.title", "unsubscribe.done");

    public static string Broken(Phrases words) => Page(words, "unsubscribe.broken.title", "unsubscribe.broken");

    private static string Page(Phrases words, string title, string text, string rest = "") => $$"""
        <!DOCTYPE html>
        <html lang="{{words.Locale}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{{Encoder.Encode(words[title])}} – Streamix</title>
        <style>
        :root { color-scheme: light dark; }
        body { margin: 0; background: light-dark(#f3f4f8, #0e1018); color: light-dark(#1c2030, #eceef6); font: 17px/1.55 system-ui, sans-serif; }
        main { max-width: 30em; margin: 12vh auto; padding: 32px; border-radius: 14px; background: light-dark(#fff, #171a26); }
        h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25; }
        button { padding: 13px 26px; border: 0; border-radius: 10px; background: light-dark(#4c33c4, #8f7bff); color: light-dark(#fff, #0e1018); font: inherit; font-weight: 700; cursor: pointer; }
        button:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
        </style>
        </head>
        <body><main>
        <h1>{{Encoder.Encode(words[title])}}</h1>
        <p>{{Encoder.Encode(words[text])}}</p>
        {{rest}}
        </main></body>
        </html>
        """;
}
