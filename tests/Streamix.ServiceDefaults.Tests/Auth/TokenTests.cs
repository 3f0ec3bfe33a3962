using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Tests.Host;
using Streamix.Testing.Tokens;

namespace Streamix.ServiceDefaults.Tests.Auth;

public sealed class TokenTests : IAsyncLifetime
{
    private readonly TestTokens _tokens = new();
    private TestService _service = null!;

    public async Task InitializeAsync() => _service = await TestService.StartAsync(_ => { }, app => app.MapGet("/me", (Caller caller) => new
    {
        caller.AccountId, caller.ProfileId, caller.SessionId, Roles = caller.Roles.Order(StringComparer.Ordinal), caller.Acr, caller.Service, caller.Name,
    }).RequireCaller(), tokens: _tokens);

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        _tokens.Dispose();
    }

    [Fact]
    public async Task UserToken_Valid_MakesTheCaller()
    {
        var user = new UserClaims { Profile = Guid.CreateVersion7(), Roles = ["editor", "admin"], Acr = "aal2" };
        var me = await _service.Client().As(_tokens.User(user)).GetFromJsonAsync<System.Text.Json.JsonElement>("/me");
        me.GetProperty("accountId").GetGuid().ShouldBe(user.Account);
        me.GetProperty("profileId").GetGuid().ShouldBe(user.Profile.Value);
        me.GetProperty("sessionId").GetString().ShouldBe(user.Session);
        me.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["admin", "editor"]);
        me.GetProperty("acr").GetString().ShouldBe("aal2");
        me.GetProperty("name").GetString().ShouldBe($"account:{user.Account:n}");
    }

    [Fact]
    public async Task Token_Absent_Is401WithChallenge()
    {
        var response = await _service.Client().GetAsync("/me");
        await response.ShouldBeProblemAsync(401);
        response.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
    }

    [Fact]
    public Task Token_Expired_Is401() => RefusedAsync(Sign(lifetime: TimeSpan.FromMinutes(1), startsIn: TimeSpan.FromMinutes(-5)));

    [Fact]
    public Task Token_NotYetValid_Is401() => RefusedAsync(Sign(startsIn: TimeSpan.FromMinutes(5)));

    [Fact]
    public Task Token_OfAnotherIssuer_Is401() => RefusedAsync(Sign(issuer: "https://elsewhere"));

    [Fact]
    public Task Token_ForAnotherAudience_Is401() => RefusedAsync(Sign(audience: "elsewhere"));

    [Fact]
    public Task Token_OfAnotherType_Is401() => RefusedAsync(Sign(type: "JWT"));

    [Fact]
    public Task ServiceToken_AsUserToken_Is401() => RefusedAsync(_tokens.Service("media-catalog"));

    [Fact]
    public Task Token_WithoutAccount_Is401() => RefusedAsync(_tokens.Sign(new Dictionary<string, object> { ["sub"] = "somebody" }));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")]
    public Task Token_Nonsense_Is401(string token) => RefusedAsync(token);

    [Fact]
    public Task Token_Huge_Is401() => RefusedAsync(new string('a', 20_000));

    [Fact]
    public async Task Token_AnyPartChanged_Is401()
    {
        var parts = _tokens.User().Split('.');
        for (var i = 0; i < 3; i++)
        {
            var changed = parts.ToArray();
            changed[i] = (changed[i][0] == 'e' ? 'f' : 'e') + changed[i][1..];
            await RefusedAsync(string.Join('.', changed));
        }
    }

    [Fact]
    public async Task Token_SignedWithPublicKeyAsSecret_Is401()
    {
        var (header, body) = ("""{"alg":"HS256","typ":"at+jwt","kid":"test-1"}""", _tokens.User().Split('.')[1]);
        var signed = $"{Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(header)}.{body}";
        var mac = System.Security.Cryptography.HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(_tokens.Jwk), System.Text.Encoding.UTF8.GetBytes(signed));
        await RefusedAsync($"{signed}.{Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(mac)}");
    }

    [Fact]
    public async Task Token_OfAnotherKeyUnderOurId_Is401()
    {
        using var other = new TestTokens();
        await RefusedAsync(other.User());
    }

    private string Sign(string audience = TestTokens.Audience, string issuer = TestTokens.Issuer, string type = "at+jwt", TimeSpan? lifetime = null, TimeSpan? startsIn = null) =>
        _tokens.Sign(new Dictionary<string, object> { ["sub"] = Guid.CreateVersion7().ToString() }, audience, issuer, type, lifetime, startsIn);

    private async Task RefusedAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        await (await _service.Client().SendAsync(request)).ShouldBeProblemAsync(401);
    }
}
