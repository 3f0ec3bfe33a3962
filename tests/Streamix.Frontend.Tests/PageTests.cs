using System.Text.RegularExpressions;

namespace Streamix.Frontend.Tests;

public sealed partial class PageTests
{
    [Fact]
    public async Task Page_EachAnswer_HasANonceOfItsOwnInPolicyAndScripts()
    {
        await using var host = new PagesHost(new());
        var nonces = new HashSet<string>();

        for (var i = 0; i < 3; i++)
        {
            using var answer = await host.Client.GetAsync("/");
            var nonce = NonceOf(answer);
            var body = await answer.Content.ReadAsStringAsync();
            Convert.FromBase64String(nonce).Length.ShouldBe(16);
            NonceAttribute().Matches(body).Select(match => match.Groups["nonce"].Value).ShouldBe([nonce, nonce]);
            body.ShouldNotContain("__CSP_NONCE__");
            nonces.Add(nonce).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/titles/0199a1b2-0000-7000-8000-000000000000")]
    [InlineData("/account/two-step")]
    [InlineData("/index.html")]
    public async Task Address_WithinTheApp_IsThePage(string path)
    {
        await using var host = new PagesHost(new());

        using var answer = await host.Client.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        answer.Header("Cache-Control").ShouldBe("no-cache");
    }

    [Fact]
    public async Task Head_OfThePage_HasItsHeadersAndNoBody()
    {
        await using var host = new PagesHost(new());

        using var answer = await host.Client.SendAsync(new(HttpMethod.Head, "/watch/1"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        NonceOf(answer).ShouldNotBeEmpty();
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_OfAPage_IsNotAllowed()
    {
        await using var host = new PagesHost(new());

        using var answer = await host.Client.PostAsync("/sign-in", null);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Base_OfTheApp_IsTakenOffAndNothingBesideItIsServed()
    {
        await using var host = new PagesHost(new(), ("Pages:Base", "/admin/"));

        (await host.Client.GetStringAsync("/admin/titles/new")).ShouldContain("<!doctype html>");
        (await host.Client.GetStringAsync("/admin/assets/index-Ab12.js")).ShouldBe(BuiltApp.Script);
        (await host.Client.GetAsync("/titles")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Client.GetAsync("/administrators")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var bare = await host.Client.GetAsync("/admin?tab=1");
        bare.StatusCode.ShouldBe(HttpStatusCode.PermanentRedirect);
        bare.Headers.Location!.OriginalString.ShouldBe("/admin/?tab=1");
    }

    [Fact]
    public async Task Caller_WithAToken_IsNotLookedAt()
    {
        await using var host = new PagesHost(new());

        using var answer = await host.Client.GetAsync("/", "Authorization", "Bearer eyJhbGciOiJFUzI1NiJ9.e30.AA");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static string NonceOf(HttpResponseMessage answer) => NonceSource().Match(answer.Header("Content-Security-Policy")).Groups["nonce"].Value;

    [GeneratedRegex("script-src 'nonce-(?<nonce>[^']+)' 'strict-dynamic'", RegexOptions.ExplicitCapture)]
    private static partial Regex NonceSource();

    [GeneratedRegex("nonce=\"(?<nonce>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex NonceAttribute();
}
