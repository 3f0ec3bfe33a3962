using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Tests.Host;
using Streamix.Testing;
using Streamix.Testing.Tokens;

namespace Streamix.ServiceDefaults.Tests.Auth;

public sealed class SigningKeysTests
{
    private readonly ManualTime _time = new();
    private string? _keys = new TestTokens("a").Jwks;

    [Fact]
    public async Task Known_ReadOnce_IsServedFromMemory()
    {
        var (keys, source) = Keys();
        for (var i = 0; i < 5; i++)
            (await keys.FindAsync("a", default)).ShouldNotBeNull();
        source.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task Unknown_MakesOneReadPerCoolDown()
    {
        var (keys, source) = Keys();
        (await keys.FindAsync("a", default)).ShouldNotBeNull();
        for (var i = 0; i < 5; i++)
            (await keys.FindAsync("b", default)).ShouldBeNull();
        source.Reads.ShouldBe(1);

        _time.Advance(TimeSpan.FromSeconds(11));
        _keys = new TestTokens("b").Jwks;
        (await keys.FindAsync("b", default)).ShouldNotBeNull();
        source.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Old_AreReadAgainBehindTheCallersBack()
    {
        var (keys, source) = Keys();
        await keys.FindAsync("a", default);
        _time.Advance(TimeSpan.FromMinutes(11));
        (await keys.FindAsync("a", default)).ShouldNotBeNull();
        await Until.TrueAsync(() => source.Reads == 2, "a second read");
    }

    [Fact]
    public async Task Issuer_Away_OldKeysServeOn()
    {
        var (keys, _) = Keys();
        await keys.FindAsync("a", default);
        _keys = null;
        _time.Advance(TimeSpan.FromHours(1));
        (await keys.FindAsync("a", default)).ShouldNotBeNull();
        (await keys.FindAsync("b", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Issuer_NeverSeen_IsUnavailableAndComesBack()
    {
        var (keys, source) = Keys();
        var later = _keys;
        _keys = null;
        await Should.ThrowAsync<KeysUnavailableException>(async () => await keys.FindAsync("a", default));
        await Should.ThrowAsync<KeysUnavailableException>(async () => await keys.FindAsync("a", default));
        source.Reads.ShouldBe(1);

        _keys = later;
        _time.Advance(TimeSpan.FromSeconds(1));
        (await keys.FindAsync("a", default)).ShouldNotBeNull();
    }

    [Fact]
    public void Keys_OfOtherKinds_AreIgnored() => KeySet.Parse(
        """{"keys":[{"kty":"oct","k":"AAAA","kid":"o"},{"kty":"RSA","kid":"r","n":"AQAB","e":"AQAB"},{"kty":"EC","crv":"P-384","kid":"p","x":"AA","y":"AA"},{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}]}""",
        default).Keys.ShouldBeEmpty();

    [Fact]
    public async Task Request_WithoutKeys_Is503()
    {
        await using var service = await TestService.StartAsync(
            build => build.Services.AddSingleton<IKeySource>(new FakeKeys(() => throw new HttpRequestException("down"))),
            app => app.MapGet("/me", () => "ok").RequireCaller());
        var response = await service.User().GetAsync("/me");
        await response.ShouldBeProblemAsync(503);
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    private (SigningKeys Keys, FakeKeys Source) Keys()
    {
        var source = new FakeKeys(() => _keys ?? throw new HttpRequestException("down"));
        return (new(source, Options.Create(new AuthOptions()), _time, NullLogger<SigningKeys>.Instance), source);
    }
}
