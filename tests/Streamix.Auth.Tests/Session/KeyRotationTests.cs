using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Streamix.Auth.Session.Data;
using Streamix.Auth.Session.Keys;
using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

public sealed class KeyRotationTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private SessionHost _one = null!;
    private SessionHost _two = null!;

    public async Task InitializeAsync()
    {
        _one = await SessionHost.StartAsync(_time, settings: ("Session:Keys:Period", "2.00:00:00"));
        _two = _one.Replica();
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    [Fact]
    public async Task Replicas_StartingAtOnce_MakeOneKey()
    {
        await Task.WhenAll(RefreshAsync(_one), RefreshAsync(_two));
        var (one, two) = (await KidsAsync(_one), await KidsAsync(_two));
        one.ShouldHaveSingleItem();
        two.ShouldBe(one);
    }

    [Fact]
    public async Task Replicas_OverManyPeriods_AnnounceEachKeyBeforeItSignsAndKeepItWhileItsTokensLive()
    {
        Dictionary<string, DateTimeOffset> published = [];
        List<(string Kid, DateTimeOffset Until)> living = [];
        var signedBy = new HashSet<string>(StringComparer.Ordinal);
        for (var end = _time.GetUtcNow().AddDays(8); _time.GetUtcNow() < end;)
        {
            await RefreshAsync(_one);
            await RefreshAsync(_two);
            var now = _time.GetUtcNow();
            foreach (var host in (SessionHost[])[_one, _two])
            {
                var kids = await KidsAsync(host);
                kids.ForEach(k => published.TryAdd(k, now));
                var kid = Kid(await host.Get<Streamix.Auth.Session.Issuing.AccessTokens>().ForServiceAsync("a", default));
                if (signedBy.Add(kid) && signedBy.Count > 1)
                    (now - published[kid]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(30));
                living.Add((kid, now + TimeSpan.FromMinutes(15)));
                living.RemoveAll(t => t.Until < now);
                living.ShouldAllBe(t => kids.Contains(t.Kid));
                kids.Count.ShouldBeLessThanOrEqualTo(2);
            }

            _time.Advance(TimeSpan.FromMinutes(30));
        }

        signedBy.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Token_OfOneReplica_IsBelievedByTheOtherAcrossARotation()
    {
        await RefreshAsync(_one);
        _time.Advance(TimeSpan.FromDays(2) - TimeSpan.FromMinutes(30));
        await RefreshAsync(_one);
        _time.Advance(TimeSpan.FromHours(1.5));
        var opened = await _one.OpenAsync();
        await (await _two.Client(opened.AccessToken).GetAsync("/session")).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Signing_WhenTheKeysWereNotReadForTooLong_Is503()
    {
        await using var cutOff = await SessionHost.StartAsync(_time, settings: ("Session:Keys:Refresh", "10.00:00:00"));
        await RefreshAsync(cutOff);
        _time.Advance(TimeSpan.FromHours(24.9));
        var answer = await cutOff.Client().SendAsync(SessionHost.TokenRequest("auth-identity", SessionHost.Secret));
        await answer.ShouldBeAsync(503);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task KeySet_IsPublicAndCachedButHasNoPrivateHalf()
    {
        using var answer = await _one.Client().GetAsync("/.well-known/jwks.json");
        var keys = (await answer.ShouldBeAsync(200)).GetProperty("keys");
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=300");
        keys[0].EnumerateObject().Select(p => p.Name).ShouldBe(["kty", "crv", "use", "alg", "kid", "x", "y"], ignoreOrder: true);
    }

    [Fact]
    public async Task PrivateKey_InTheDatabase_OpensWithItsSecretAndForItsIdOnly()
    {
        await RefreshAsync(_one);
        var key = await _one.InScopeAsync((SessionDb db) => db.SigningKeys.SingleAsync());
        using var other = new KeySeal(Microsoft.Extensions.Options.Options.Create(new Streamix.Auth.Session.SessionOptions { KeyEncryptionSecret = new('x', 40) }));

        _one.Get<KeySeal>().Open(key.Id, key.SealedPrivate).Length.ShouldBeGreaterThan(32);
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => other.Open(key.Id, key.SealedPrivate));
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => _one.Get<KeySeal>().Open("another", key.SealedPrivate));
    }

    [Fact]
    public async Task Secret_Replaced_MakesANewKeyAtOnceAndKeepsTheOldForVerifiers()
    {
        await RefreshAsync(_one);
        var old = (await KidsAsync(_one)).ShouldHaveSingleItem();
        _time.Advance(TimeSpan.FromMinutes(5));
        await using var three = new SessionHost(_one.Stores with { Secret = new('s', 40) }) { Time = _time };
        (await KidsAsync(three)).Count.ShouldBe(2);
        Kid(await three.Get<Streamix.Auth.Session.Issuing.AccessTokens>().ForServiceAsync("a", default)).ShouldNotBe(old);
    }

    private static Task<KeyRing> RefreshAsync(SessionHost host) => host.Get<KeyRings>().RefreshAsync(default);

    private static async Task<List<string>> KidsAsync(SessionHost host)
    {
        var ring = await host.Get<KeyRings>().GetAsync(default);
        return [.. JsonDocument.Parse(ring.Jwks).RootElement.GetProperty("keys").EnumerateArray().Select(k => k.Text("kid"))];
    }

    private static string Kid(Streamix.Auth.Session.Issuing.IssuedToken token) =>
        JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Text.Split('.')[0])).RootElement.Text("kid");
}
