using System.Buffers.Text;
using System.Text;
using Streamix.Auth.Tests.Session.Hosting;
using Streamix.Testing.Tokens;

namespace Streamix.Auth.Tests.Session;

public sealed class TokenTests : IAsyncLifetime
{
    private static readonly string[] Routes =
        ["GET /session", "DELETE /session", "DELETE /session/0199b0a57e7d7c1f8c52f36c4a9c2b10", "PUT /session/profile", "DELETE /session/profile", "GET /session/device/BCDF-GHJK", "POST /session/device/BCDF-GHJK"];

    private SessionHost _host = null!;

    public async Task InitializeAsync() => _host = await SessionHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string> Kinds => ["none", "alg-none", "another-key-under-our-id", "another-key", "cut", "changed", "wrong-audience", "expired", "wrong-type", "basic"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Token_ThatIsNotOurs_IsRefusedByEveryRoute(string kind)
    {
        using var client = _host.Client();
        if (await MakeAsync(kind) is { } header)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        foreach (var route in Routes)
        {
            var parts = route.Split(' ');
            using var request = new HttpRequestMessage(new(parts[0]), parts[1]) { Content = parts[0] is "GET" or "DELETE" ? null : JsonContent.Create(new { approve = true, profileId = Guid.NewGuid() }) };
            using var answer = await client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, route);
        }
    }

    [Fact]
    public async Task ServiceToken_AsAUsers_IsRefused()
    {
        var token = await _host.ServiceTokenAsync("auth-identity");
        (await _host.Client(token).GetAsync("/session")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _host.Client().AsService(token).GetAsync("/session")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string?> MakeAsync(string kind)
    {
        var account = Guid.CreateVersion7();
        var real = (await _host.OpenAsync(account)).AccessToken;
        var parts = real.Split('.');
        var kid = System.Text.Json.JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement.Text("kid");
        using var imposter = new TestTokens(kid);
        using var other = new TestTokens();
        var past = TimeSpan.FromHours(-1);
        return kind switch
        {
            "none" => null,
            "alg-none" => $"Bearer {Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"at+jwt"}"""))}.{parts[1]}.",
            "another-key-under-our-id" => $"Bearer {imposter.User(account)}",
            "another-key" => $"Bearer {other.User(account)}",
            "cut" => $"Bearer {real[..^8]}",
            "changed" => $"Bearer {parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(parts[1].Length > 0 ? """{"sub":"0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10"}""" : ""))}.{parts[2]}",
            "wrong-audience" => $"Bearer {await SignedAsync("streamix-other", "at+jwt", TimeSpan.FromMinutes(5))}",
            "expired" => $"Bearer {await SignedAsync("streamix", "at+jwt", past)}",
            "wrong-type" => $"Bearer {await SignedAsync("streamix", "JWT", TimeSpan.FromMinutes(5))}",
            _ => "Basic dXNlcjpwYXNz",
        };
    }

    /// <summary>Really signed by the service's own key, but not what it would issue.</summary>
    private async Task<string> SignedAsync(string audience, string type, TimeSpan life)
    {
        var db = await _host.InScopeAsync((Streamix.Auth.Session.Data.SessionDb db) => Task.FromResult(db.SigningKeys.OrderByDescending(k => k.ActivatesAt).First()));
        using var key = System.Security.Cryptography.ECDsa.Create();
        key.ImportPkcs8PrivateKey(_host.Get<Streamix.Auth.Session.Keys.KeySeal>().Open(db.Id, db.SealedPrivate), out _);
        var now = DateTimeOffset.UtcNow;
        var head = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"ES256","typ":"{{type}}","kid":"{{db.Id}}"}"""));
        var body = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            $$"""{"iss":"https://streamix","aud":"{{audience}}","sub":"{{Guid.NewGuid()}}","sid":"{{Guid.NewGuid():n}}","iat":{{now.AddHours(-2).ToUnixTimeSeconds()}},"exp":{{(now + life).ToUnixTimeSeconds()}}}"""));
        var signature = key.SignData(Encoding.ASCII.GetBytes($"{head}.{body}"), System.Security.Cryptography.HashAlgorithmName.SHA256);
        return $"{head}.{body}.{Base64Url.EncodeToString(signature)}";
    }
}
