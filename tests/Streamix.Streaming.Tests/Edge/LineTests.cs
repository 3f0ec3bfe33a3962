using System.Text;
using Microsoft.Extensions.Time.Testing;
using Streamix.Streaming.Edge.Access;
using Streamix.Streaming.Edge.Nginx;

namespace Streamix.Streaming.Tests.Edge;

public sealed class LineTests
{
    [Fact]
    public void Read_ALineOfNginx_HasItsFigures()
    {
        var line = Read("206 segment HIT 1049012 0.004").ShouldNotBeNull();
        line.ShouldBe(new AccessLine(206, "segment", "hit", 1_049_012, TimeSpan.FromMilliseconds(4)));
        line.IsHit.ShouldBeTrue();
    }

    [Theory]
    [InlineData("403 playlist - 210 0.000", "none", false)]
    [InlineData("200 playlist MISS 210 0.000", "miss", false)]
    [InlineData("200 playlist STALE 210 0.000", "stale", true)]
    [InlineData("200 playlist UPDATING 210 0.000", "updating", true)]
    public void Read_OfEachState_KnowsHits(string text, string cache, bool hit)
    {
        var line = Read(text).ShouldNotBeNull();
        (line.Cache, line.IsHit).ShouldBe((cache, hit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("other: 200 segment HIT 1 0.000")]
    [InlineData("200 segment")]
    [InlineData("many segment HIT 1 0.000")]
    public void Read_AnythingElse_IsNothing(string text) => Read(text).ShouldBeNull();

    [Fact]
    public void WithoutViewer_ALineOfTheErrorLog_TellsNoAddressAndNoToken()
    {
        const string line = "2026/11/23 03:14:15 [error] 12#12: *3 connect() to unix:/data/origin.sock failed (111: Connection refused) while connecting to upstream, client: 192.0.2.7, server: , request: \"GET /t/abc.def/x HTTP/1.1\"";
        NginxLine.WithoutViewer(line).ShouldBe("[error] 12#12: *3 connect() to unix:/data/origin.sock failed (111: Connection refused) while connecting to upstream");
        NginxLine.WithoutViewer("[warn] \"/t/abc.def/x\" is odd").ShouldBe("[warn] \"/t/…/x\" is odd");
        NginxLine.IsGrave(line).ShouldBeTrue();
        NginxLine.IsGrave("[warn] something").ShouldBeFalse();
    }

    [Fact]
    public void Traffic_ThatIsSteady_IsMeasuredAndFades()
    {
        var time = new FakeTimeProvider();
        var traffic = new Traffic(time);
        for (var second = 0; second < 60; second++)
        {
            traffic.Add(new(200, "segment", second % 4 == 0 ? "miss" : "hit", 1_000_000, null));
            time.Advance(TimeSpan.FromSeconds(1));
            traffic.Read();
        }

        var (bits, ratio) = traffic.Read();
        bits.ShouldBeInRange(7_500_000, 8_500_000);
        ratio.ShouldBeInRange(0.7, 0.8);
        time.Advance(TimeSpan.FromMinutes(2));
        traffic.Read().BitsPerSecond.ShouldBeLessThan(1000);
    }

    private static AccessLine? Read(string text) => AccessLine.Read(Encoding.ASCII.GetBytes(text));
}
