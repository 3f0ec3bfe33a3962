using Streamix.Streaming.PlaybackContext.Manifests;

namespace Streamix.Streaming.Tests.Playbacks;

public sealed class HlsMasterTests
{
    private static readonly string[] All = ["240p", "480p", "720p"];

    [Theory]
    [InlineData("master.m3u8", "240p,480p,720p", 6, 3)]
    [InlineData("master.m3u8", "240p,480p", 4, 2)]
    [InlineData("master.m3u8", "240p", 2, 1)]
    [InlineData("clearkey.m3u8", "240p,480p", 4, 2)]
    public void Make_WithSomeRenditions_LeavesNothingOfTheOthers(string name, string offered, int variants, int frames)
    {
        var made = HlsMaster.Make(Packaged.Text(name), Packaged.Order(offered.Split(',')));
        made.Split('\n').Count(l => l.StartsWith("#EXT-X-STREAM-INF:", StringComparison.Ordinal)).ShouldBe(variants);
        made.Split('\n').Count(l => l.StartsWith("#EXT-X-I-FRAME-STREAM-INF:", StringComparison.Ordinal)).ShouldBe(frames);
        foreach (var other in All.Except(offered.Split(',')))
        {
            made.ShouldNotContain(other);
            made.ShouldNotContain($"RESOLUTION={(other == "720p" ? "1280x720" : "854x480")}");
        }
    }

    [Fact]
    public void Make_ForOneEdge_HasAbsoluteAddressesAndIsElseAsPackaged()
    {
        var made = HlsMaster.Make(Packaged.Text("master.m3u8"), Packaged.Order(All)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        made[0].ShouldBe("#EXTM3U");
        made.ShouldContain("#EXT-X-INDEPENDENT-SEGMENTS");
        made.Where(l => l[0] != '#').ShouldBe(All.Concat(All).Select(rung => $"{Packaged.One.Base}{rung}.m3u8"));
        made.Single(l => l.Contains("720p-iframes", StringComparison.Ordinal)).ShouldContain($"URI=\"{Packaged.One.Base}720p-iframes.m3u8\"");
        made.Single(l => l.Contains("de-stereo", StringComparison.Ordinal)).ShouldBe(
            $"""#EXT-X-MEDIA:TYPE=AUDIO,URI="{Packaged.One.Base}audio-de-stereo.m3u8",GROUP-ID="stereo",LANGUAGE="de",NAME="de-stereo",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="2" """.TrimEnd());
        string.Join('\n', made).ShouldNotContain("PATHWAY-ID");
    }

    [Fact]
    public void Make_ForTwoEdges_IsTwoPathwaysWithGroupsOfTheirOwn()
    {
        var made = HlsMaster.Make(Packaged.Text("clearkey.m3u8"), Packaged.Order(["240p"], "http://gateway/api/v1/steering/hls/s", Packaged.One, Packaged.Two));
        var lines = made.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldContain("""#EXT-X-CONTENT-STEERING:SERVER-URI="http://gateway/api/v1/steering/hls/s",PATHWAY-ID="streaming-edge-1" """.TrimEnd());
        var variants = lines.Where(l => l.StartsWith("#EXT-X-STREAM-INF:", StringComparison.Ordinal)).Select(l => AttributeList.Parse(l[18..])).ToList();
        variants.Select(v => v.Text("PATHWAY-ID")).ShouldBe(["streaming-edge-1", "streaming-edge-1", "streaming-edge-2", "streaming-edge-2"]);
        variants.Select(v => v.Text("AUDIO")).ShouldBe(["stereo", "surround", "stereo-streaming-edge-2", "surround-streaming-edge-2"]);
        variants.Select(v => v.Text("SUBTITLES")).Distinct().ShouldBe(["text", "text-streaming-edge-2"]);
        variants.ShouldAllBe(v => v.Text("CLOSED-CAPTIONS") == "NONE" && v.Text("CODECS") == "avc1.42c015,mp4a.40.2");
        var groups = lines.Where(l => l.StartsWith("#EXT-X-MEDIA:", StringComparison.Ordinal)).Select(l => AttributeList.Parse(l[13..])).ToList();
        groups.ShouldAllBe(g => g.Text("URI")!.StartsWith(g.Text("GROUP-ID")!.EndsWith("-2", StringComparison.Ordinal) ? Packaged.Two.Base : Packaged.One.Base, StringComparison.Ordinal));
        variants.Select(v => v.Text("AUDIO")).Except(groups.Select(g => g.Text("GROUP-ID"))).ShouldBeEmpty();
        lines.ShouldContain($"{Packaged.Two.Base}240p-clearkey.m3u8");
    }

    [Fact]
    public void Make_Twice_ChangesNothingButTheAddresses()
    {
        var master = Packaged.Text("master.m3u8");
        var (first, second) = (HlsMaster.Make(master, Packaged.Order(All)), HlsMaster.Make(master, Packaged.Order(All, "", Packaged.Two)));
        second.ShouldBe(first.Replace(Packaged.One.Base, Packaged.Two.Base, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("720p.m3u8", "720p")]
    [InlineData("720p-clearkey.m3u8", "720p")]
    [InlineData("720p-iframes.m3u8", "720p")]
    [InlineData("a/720p-iframes-clearkey.m3u8", "720p")]
    public void RenditionOf_APlaylist_IsItsName(string uri, string rendition) => HlsMaster.RenditionOf(uri).ShouldBe(rendition);

    [Theory]
    [InlineData("""A=1,B="x,y=z",C=NONE""")]
    [InlineData("""URI="a.m3u8" """)]
    [InlineData("")]
    public void AttributeList_ReadAndWritten_IsTheSame(string text) => AttributeList.Parse(text.Trim()).ToString().ShouldBe(text.Trim());
}
