using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Streamix.Testing.Walks;
using Xunit;
using Xunit.Abstractions;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>A browser sends its cookies with what other sites' pages make it do.</summary>
[Collection(nameof(AccountsGraph))]
public sealed class CrossOriginTests(AccountsGraph graph, ITestOutputHelper output)
{
    private static readonly Dictionary<string, (string Name, string Value)[]> Foreign = new(StringComparer.Ordinal)
    {
        ["another site"] = [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")],
        ["another site in an old browser"] = [("Origin", "https://evil.example")],
        ["another site that names our host"] = [("Origin", "https://evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "https"), ("Forwarded", "host=evil.example;proto=https")],
        ["a sandboxed page"] = [("Origin", "null"), ("Sec-Fetch-Site", "cross-site")],
        ["a sandboxed page in an old browser"] = [("Origin", "null")],
        ["no origin, cross-site"] = [("Sec-Fetch-Site", "cross-site")],
        ["a sister's page"] = [("Sec-Fetch-Site", "same-site")],
        ["another site by Referer"] = [("Referer", "https://evil.example/page")],
        ["nothing at all"] = [],
    };

    [Fact]
    public async Task EveryWrite_WithCookiesFromElsewhere_IsForbidden()
    {
        var api = await PublicApi.ReadAsync(graph);
        using var http = graph.CreateBareClient();
        var (cookies, violations) = (await CookiesAsync(http), new Violations());
        var before = await ReadAsync(http, cookies);

        foreach (var (name, headers) in Foreign)
        foreach (var operation in api.Operations.Except(api.ForOperators).Where(operation => operation.IsWrite))
        {
            using var request = With(operation.Minimal(), cookies, headers);
            using var answer = await http.SendAsync(request);
            await violations.ExpectAsync($"{operation} from {name}", answer, 403);
        }

        output.WriteLine($"{violations.Asked} answers");
        violations.ShouldBeNone();
        (await ReadAsync(http, cookies)).ShouldBe(before);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "self")]
    [InlineData("Referer", "self")]
    public async Task Write_WithCookiesFromOurOwnPage_IsDone(string header, string value)
    {
        using var http = graph.CreateBareClient();
        var (cookies, origin) = (await CookiesAsync(http), http.BaseAddress!.GetLeftPart(UriPartial.Authority));

        using var request = With(new(HttpMethod.Delete, "/api/v1/session/profile"), cookies, (header, value == "self" ? header == "Referer" ? $"{origin}/page" : origin : value));
        using var answer = await http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("__Host-streamix-access=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_ByCookie_LaysThemForBrowsersOnlyAndTellsNoToken()
    {
        using var http = graph.CreateBareClient();

        using var answer = await SignInAsync(http);

        var laid = answer.Headers.GetValues("Set-Cookie").ToList();
        laid.Count.ShouldBe(2);
        laid.ShouldAllBe(cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase) && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase));
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        JsonPath.Find(told, "$.session.sessionId").ShouldNotBeNullOrEmpty();
        JsonPath.Find(told, "$.session.accessToken").ShouldBeNull();
        JsonPath.Find(told, "$.session.refreshToken").ShouldBeNull();
    }

    private async Task<string> CookiesAsync(HttpClient http)
    {
        using var answer = await SignInAsync(http);
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }

    private async Task<HttpResponseMessage> SignInAsync(HttpClient http)
    {
        var somebody = await graph.People.SomebodyAsync();
        var answer = await http.PostAsJsonAsync("/api/v1/identity/sign-in", new { email = somebody.Email, password = Person.Password, transport = "cookie" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return answer;
    }

    private static async Task<string> ReadAsync(HttpClient http, string cookies)
    {
        var all = "";
        foreach (var path in (string[])["account", "account/addresses", "profiles"])
        {
            using var request = With(new(HttpMethod.Get, $"/api/v1/{path}"), cookies);
            using var answer = await http.SendAsync(request);
            all += (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetRawText();
        }
        return all;
    }

    private static HttpRequestMessage With(HttpRequestMessage request, string cookies, params (string Name, string Value)[] headers)
    {
        request.Headers.Add("Cookie", cookies);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return request;
    }
}
