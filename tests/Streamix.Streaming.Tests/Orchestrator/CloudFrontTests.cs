using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Streamix.Streaming.CdnOrchestrator;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.CloudFront;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.CdnOrchestrator.Signing;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class CloudFrontTests : IDisposable
{
    private const string KeyId = "K2JCJMDEHXQW5F";
    private const string Resource = "https://d111111abcdef8.cloudfront.net/transcoder/a/1/video/480p/00001.m4s";
    private static readonly DateTimeOffset Expiry = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);
    private readonly FakeTimeProvider _time = new(Expiry.AddMinutes(-10));
    private readonly string _file = Path.GetTempFileName();
    private readonly string _pem;

    public CloudFrontTests()
    {
        using var rsa = RSA.Create(2048);
        File.WriteAllText(_file, _pem = rsa.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Policy_Canned_IsTheTextThatCloudFrontMakesAgain() =>
        new CloudFrontPolicy($"{Resource}?a=b&c=d", Expiry, Expiry, IPNetwork.Parse("192.0.2.0/24")).Canned()
            .ShouldBe($$$$"""{"Statement":[{"Resource":"{{{{Resource}}}}?a=b&c=d","Condition":{"DateLessThan":{"AWS:EpochTime":1900000000}}}]}""");

    [Fact]
    public void Policy_Custom_HasBeginningAndNetwork() =>
        new CloudFrontPolicy("https://d111111abcdef8.cloudfront.net/a/*", Expiry, Expiry.AddHours(-1), IPNetwork.Parse("192.0.2.0/24")).Custom()
            .ShouldBe("""{"Statement":[{"Resource":"https://d111111abcdef8.cloudfront.net/a/*","Condition":{"IpAddress":{"AWS:SourceIp":"192.0.2.0/24"},"DateLessThan":{"AWS:EpochTime":1900000000},"DateGreaterThan":{"AWS:EpochTime":1899996400}}}]}""");

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task Query_Canned_HasTheSignatureThatOpenSslMakes(string hash)
    {
        using var key = Key(hash);
        var policy = new CloudFrontPolicy(Resource, Expiry);
        var signature = await SignatureAsync(hash, policy.Canned());
        CloudFrontSignature.CannedQuery(key, policy).ShouldBe($"Expires=1900000000&Signature={signature}&Key-Pair-Id={KeyId}{(hash == "sha256" ? "&Hash-Algorithm=SHA256" : "")}");
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task Query_Custom_HasThePolicyAndTheSignatureThatOpenSslMakes(string hash)
    {
        using var key = Key(hash);
        var policy = new CloudFrontPolicy("https://d111111abcdef8.cloudfront.net/a/*", Expiry, Network: IPNetwork.Parse("192.0.2.0/24"));
        var values = CloudFrontSignature.CustomQuery(key, policy).Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        Decoded(values["Policy"]).ShouldBe(policy.Custom());
        values["Signature"].ShouldBe(await SignatureAsync(hash, policy.Custom()));
        values["Key-Pair-Id"].ShouldBe(KeyId);
        values.ContainsKey("Hash-Algorithm").ShouldBe(hash == "sha256");
    }

    [Theory]
    [InlineData("sha1", 3)]
    [InlineData("sha256", 4)]
    public async Task Cookies_CannedAndCustom_AreSignedAlike(string hash, int count)
    {
        using var key = Key(hash);
        var policy = new CloudFrontPolicy(Resource, Expiry);
        var canned = CloudFrontSignature.CannedCookies(key, policy, "", "/");
        canned.Count.ShouldBe(count);
        canned[0].ShouldBe("CloudFront-Expires=1900000000; Path=/; Secure; HttpOnly; SameSite=None");
        canned[1].ShouldStartWith($"CloudFront-Signature={await SignatureAsync(hash, policy.Canned())};");
        var custom = CloudFrontSignature.CustomCookies(key, policy, "example.org", "/a/");
        Decoded(custom[0].Split('=', 2)[1].Split(';')[0]).ShouldBe(policy.Custom());
        custom[2].ShouldBe($"CloudFront-Key-Pair-Id={KeyId}; Domain=example.org; Path=/a/; Secure; HttpOnly; SameSite=None");
    }

    [Theory]
    [InlineData("query", "192.0.2.77", true)]
    [InlineData("query", "::ffff:192.0.2.77", true)]
    [InlineData("cookies", null, false)]
    public void Signer_OfAPackage_OpensAllBelowItsPrefix(string carrier, string? address, bool bound)
    {
        var options = Options("sha256", carrier);
        using var key = new CloudFrontKey(options);
        var signed = Signed(key, options, Expiry, address)!;
        signed.Base.ShouldBe("https://d111111abcdef8.cloudfront.net/transcoder/a/1/");
        signed.Token.ShouldBeEmpty();
        var encoded = carrier == "query" ? signed.Query["Policy=".Length..].Split('&')[0] : signed.Cookies![0]["CloudFront-Policy=".Length..].Split(';')[0];
        var policy = Decoded(encoded);
        policy.ShouldContain("\"Resource\":\"https://d111111abcdef8.cloudfront.net/transcoder/a/1/*\"");
        policy.Contains("192.0.2.0/24", StringComparison.Ordinal).ShouldBe(bound);
    }

    [Theory]
    [InlineData(600, 120)]
    [InlineData(60, 60)]
    public void Signer_OfAnyOrder_SignsForItsOwnLifetimeAtMost(int wanted, int signedFor)
    {
        var options = Options("sha256");
        using var key = new CloudFrontKey(options);
        var signed = Signed(key, options, _time.GetUtcNow().AddSeconds(wanted), null)!;
        signed.ExpiresAt.ShouldBe(_time.GetUtcNow().AddSeconds(signedFor));
        Decoded(signed.Query["Policy=".Length..].Split('&')[0]).ShouldContain($"\"AWS:EpochTime\":{signed.ExpiresAt.ToUnixTimeSeconds()}");
    }

    [Fact]
    public void Signer_BoundToIPv6_CannotKeepToIt()
    {
        var options = Options("sha256");
        using var key = new CloudFrontKey(options);
        Signed(key, options, Expiry, "2001:db8::1").ShouldBeNull();
    }

    private SignedBase? Signed(CloudFrontKey key, IOptions<OrchestratorOptions> options, DateTimeOffset end, string? address) =>
        new CloudFrontEdgeSigner(key, options, _time).For(new(Guid.NewGuid(), "transcoder/a/1/", ["480p"], end, address is null ? null : IPAddress.Parse(address)))
            ?.Invoke(new("cf", EdgeKind.CloudFront, "https://d111111abcdef8.cloudfront.net/", "eu", 1, 1, 1, EdgeState.Active, EdgeCondition.Well, 0));

    private static string Decoded(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text.Replace('-', '+').Replace('_', '=').Replace('~', '/')));

    private async Task<string> SignatureAsync(string hash, string policy) =>
        CloudFrontPolicy.Encode(await OpenSsl.RunAsync(Encoding.UTF8.GetBytes(policy), "dgst", $"-{hash}", "-sign", _file, "-binary"));

    private CloudFrontKey Key(string hash) => new(Options(hash));

    private IOptions<OrchestratorOptions> Options(string hash, string carrier = "query") => Microsoft.Extensions.Options.Options.Create(
        new OrchestratorOptions { CloudFront = new() { KeyPairId = KeyId, PrivateKey = _pem, Hash = hash, Carrier = carrier } });
}
