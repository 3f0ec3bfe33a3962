using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Templates;
using Streamix.Comms.Email.Templates.Letters;

namespace Streamix.Comms.Tests.Templates;

public sealed class TemplateTests
{
    private static readonly TemplateLibrary Library = new();

    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var template in Library.Names)
            foreach (var locale in Library.LocalesOf(template))
                all.Add(template, locale);
        return all;
    }

    [Fact]
    public void Library_EveryTemplateOfTheContract_IsThereInEveryLanguage()
    {
        var contract = typeof(MailTemplates).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToList();
        Library.Names.ShouldBe(contract, ignoreOrder: true);
        MailVariables.Of.Keys.ShouldBe(contract, ignoreOrder: true);
        foreach (var template in contract)
            Library.LocalesOf(template).ShouldBe(["de", "en"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Template_WithHostileValues_KeepsThemText(string template, string locale)
    {
        const string hostile = "\"><script>alert('x')</script><!--body-->{{code}}&amp;\r\nBcc: eve@example.com";
        var rendered = Render(template, locale, MailVariables.Of[template].ToDictionary(v => v, _ => hostile), hostile);
        rendered.Html.ShouldNotContain("<script");
        rendered.Html.ShouldNotContain("<!--");
        rendered.Html.ShouldNotContain("href=\"\"");
        rendered.Subject.ShouldNotContain('\n');
        System.Text.RegularExpressions.Regex.Matches(rendered.Html, "<(\\w+)[\\s>]").Select(m => m.Groups[1].Value).Distinct()
            .ShouldBeSubsetOf(["html", "head", "meta", "title", "style", "body", "div", "p", "main", "footer", "h1", "a", "ul", "li", "br"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Template_AsHtml_StandsAloneAndSpeaksItsLanguage(string template, string locale)
    {
        var rendered = Render(template, locale, TemplateExamples.For(template), "Ada");
        rendered.Html.ShouldContain($"<html lang=\"{locale}\"");
        rendered.Html.ShouldContain("prefers-color-scheme: dark");
        foreach (var forbidden in (string[])["<img", "url(", "<script", "<link", "@import", "{{", "<!--"])
            rendered.Html.ShouldNotContain(forbidden);
        rendered.Text.ShouldNotContain("{{");
        rendered.Text.Split('\n').Where(l => !l.Contains("https://", StringComparison.Ordinal)).Max(l => l.Length).ShouldBeLessThanOrEqualTo(72);
        rendered.Html.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public void Link_WithAToken_CarriesItInTheFragment()
    {
        var rendered = Render(MailTemplates.PasswordReset, "en", new Dictionary<string, string> { ["token"] = "a b/&c", ["minutes"] = "15" }, null);
        rendered.Text.ShouldContain("https://app.streamix.example/reset-password#token=a%20b%2F%26c");
        rendered.Html.ShouldContain("href=\"https://app.streamix.example/reset-password#token=a%20b%2F%26c\"");
    }

    [Theory]
    [InlineData("de-AT", "Hallo Ada,")]
    [InlineData("DE", "Hallo Ada,")]
    [InlineData("pt-BR", "Hello Ada,")]
    [InlineData("", "Hello Ada,")]
    public void Locale_Unknown_FallsBack(string locale, string greeting) => Render(MailTemplates.Passcode, locale, TemplateExamples.For(MailTemplates.Passcode), "Ada").Text.ShouldContain(greeting);

    [Theory]
    [InlineData("Win 1000€ at www.evil.example")]
    [InlineData("visit evil.example")]
    [InlineData("http://evil.example")]
    [InlineData("Ada\r\nBcc: eve@example.com")]
    [InlineData(null)]
    public void Name_ThatAdvertises_IsLeftOut(string? name) => Salutation.Of(name, Library.PhrasesFor("en")).ShouldBe("Hello,");

    [Theory]
    [InlineData("Žofie O'Neill-Æbelø")]
    [InlineData("Dr. Ada Lovelace")]
    [InlineData("王小明")]
    public void Name_OfAPerson_IsUsed(string name) => Salutation.Of(name, Library.PhrasesFor("en")).ShouldBe($"Hello {name},");

    [Fact]
    public void Instant_InAValue_IsReadable() =>
        Render(MailTemplates.PasswordChanged, "en", new Dictionary<string, string> { ["when"] = "2030-01-31T19:45:12.1234567+01:00" }, null).Text.ShouldContain("2030-01-31 18:45 UTC");

    [Theory]
    [InlineData("subject: a\n\nno preview")]
    [InlineData("subject: a\npreview: b")]
    [InlineData("subject: a\npreview: b\n\n[x](javascript:alert(1))")]
    [InlineData("subject: a\npreview: b\n\n[x](//evil.example)")]
    [InlineData("subject: a\npreview: b\n\n[x](https://{{host}}/)")]
    [InlineData("subject: a\npreview: b\n\n[x](http://plain.example)")]
    [InlineData("subject: a\npreview: b\n\n{{not closed")]
    public void Letter_Wrong_IsRefused(string source) => Should.Throw<LetterException>(() => LetterReader.Read(source));

    private static Rendered Render(string template, string locale, IReadOnlyDictionary<string, string> values, string? name)
    {
        var phrases = Library.PhrasesFor(locale);
        return new Renderer(Library).Render(Library.Letter(template, locale), values, phrases, new Frame(Salutation.Of(name, phrases), "https://app.streamix.example", [phrases["footer.transactional"]], null));
    }
}
