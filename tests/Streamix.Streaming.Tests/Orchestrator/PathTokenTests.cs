using System.Buffers.Text;
using System.Text;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class PathTokenTests
{
    private const string Secret = "a secret of more than thirty-two characters";
    private static readonly Guid Playback = Guid.Parse("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10");
    private static readonly DateTimeOffset Expiry = DateTimeOffset.FromUnixTimeSeconds(1_900_000_000);

    [Fact]
    public void Payload_OfAllFields_IsTheAgreedText()
    {
        var token = new PathToken(Playback, "transcoder/a/1/", ["240p", "480p"], Expiry, "4:c0a801");
        token.Payload("0a1b2c3d").ShouldBe("v1;0a1b2c3d;1900000000;0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10;transcoder/a/1/;r=240p,480p;4:c0a801");
        (token with { Renditions = [], AddressClass = "" }).Payload("0a1b2c3d").ShouldEndWith(";transcoder/a/1/;*;");
    }

    [Fact]
    public async Task Write_ItsSignature_IsWhatOpenSslSays()
    {
        var key = PathKey.Of(Secret);
        var parts = new PathToken(Playback, "transcoder/a/1/", [], Expiry).Write(key).Split('.');
        var payload = Base64Url.DecodeFromChars(parts[0]);
        var hmac = await OpenSsl.RunAsync(payload, "dgst", "-sha256", "-hmac", key.Text, "-binary");
        parts[1].ShouldBe(Base64Url.EncodeToString(hmac));
        Encoding.ASCII.GetString(payload).ShouldStartWith($"v1;{key.Id};1900000000;");
    }

    [Fact]
    public async Task Key_OfASecret_IsWhatOpenSslDerives()
    {
        var derived = await OpenSsl.RunAsync([], "kdf", "-binary", "-keylen", "32", "-kdfopt", "digest:SHA256", "-kdfopt", $"key:{Secret}", "-kdfopt", "info:streamix streaming path-key", "HKDF");
        PathKey.Of(Secret).Text.ShouldBe(Convert.ToHexStringLower(derived));
    }

    [Fact]
    public void Key_OfAnotherSecret_IsAnother()
    {
        var (one, other) = (PathKey.Of(Secret), PathKey.Of(Secret + "!"));
        one.Id.ShouldNotBe(other.Id);
        one.Text.ShouldNotBe(other.Text);
        one.ToString().ShouldBe(one.Id);
    }

    [Theory]
    [InlineData("transcoder/0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10/20261122120000-1/", true)]
    [InlineData("a/b.c/", true)]
    [InlineData("", false)]
    [InlineData("/", false)]
    [InlineData("a", false)]
    [InlineData("/a/", false)]
    [InlineData("a//b/", false)]
    [InlineData("a/../b/", false)]
    [InlineData("a/./b/", false)]
    [InlineData("a;b/", false)]
    [InlineData("a b/", false)]
    [InlineData("a%2e/", false)]
    [InlineData("a/\n", false)]
    public void IsPrefix_OfATextThatCouldBeReadTwoWays_IsFalse(string text, bool holds) => PathToken.IsPrefix(text).ShouldBe(holds);

    [Theory]
    [InlineData("480p", true)]
    [InlineData("uhd-hdr_1", true)]
    [InlineData("", false)]
    [InlineData("a,b", false)]
    [InlineData("a;b", false)]
    [InlineData("..", false)]
    public void IsRendition_OfAName_IsTrue(string text, bool holds) => PathToken.IsRendition(text).ShouldBe(holds);

    [Theory]
    [InlineData("192.168.1.77", "4:c0a801", "192.168.1.0/24")]
    [InlineData("::ffff:192.168.1.77", "4:c0a801", "192.168.1.0/24")]
    [InlineData("2001:db8:aa:bbcc::1", "6:20010db800aabb", "2001:db8:aa:bb00::/56")]
    public void AddressClass_OfAnAddress_IsItsNetwork(string address, string text, string network)
    {
        AddressClass.Of(IPAddress.Parse(address)).ShouldBe(text);
        AddressClass.NetworkOf(IPAddress.Parse(address)).ToString().ShouldBe(network);
    }
}
