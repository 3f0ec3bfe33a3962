using System.Xml.Linq;
using Streamix.Streaming.PlaybackContext.Manifests;

namespace Streamix.Streaming.Tests.Playbacks;

public sealed class DashManifestTests
{
    private static readonly XNamespace Dash = "urn:mpeg:dash:schema:mpd:2011";
    private static readonly string[] All = ["240p", "480p", "720p"];

    private static XElement Made(ManifestOrder order) => XDocument.Parse(DashManifest.Make(Packaged.Text("manifest.mpd"), order)).Root!;

    [Theory]
    [InlineData("240p,480p,720p", "0,1,2,3,4", "854")]
    [InlineData("240p,480p", "0,2,3,4", "854")]
    [InlineData("240p", "0,2,3,4", "426")]
    [InlineData("720p", "1,2,3,4", null)]
    public void Make_WithSomeRenditions_LeavesNothingOfTheOthers(string offered, string sets, string? widest)
    {
        var made = Made(Packaged.Order(offered.Split(',')));
        made.Descendants(Dash + "AdaptationSet").Select(s => (string)s.Attribute("id")!).ShouldBe(sets.Split(','));
        made.Descendants(Dash + "SegmentTemplate").Select(t => ((string)t.Attribute("initialization")!).Split('/')).Where(p => p[0] == "video").Select(p => p[1]).ShouldBe(offered.Split(','));
        ((string?)made.Descendants(Dash + "AdaptationSet").Attributes("maxWidth").SingleOrDefault()).ShouldBe(widest);
        foreach (var other in All.Except(offered.Split(',')))
            made.ToString().ShouldNotContain($"/{other}/");
    }

    [Fact]
    public void Make_ForOneEdge_BeginsWithItsBaseAndIsElseAsPackaged()
    {
        var made = Made(Packaged.Order(All));
        var first = made.Elements().First();
        (first.Name, first.Value, first.HasAttributes).ShouldBe((Dash + "BaseURL", Packaged.One.Base, false));
        first.Remove();
        XNode.DeepEquals(made, XDocument.Parse(Packaged.Text("manifest.mpd")).Root).ShouldBeTrue();
    }

    [Fact]
    public void Make_ForTwoEdges_HasBothBasesAndSteering()
    {
        var made = Made(Packaged.Order(All, "http://gateway/api/v1/steering/dash/s", Packaged.One, Packaged.Two));
        made.Elements(Dash + "BaseURL").Select(b => ((string)b.Attribute("serviceLocation")!, b.Value)).ShouldBe([("streaming-edge-1", Packaged.One.Base), ("streaming-edge-2", Packaged.Two.Base)]);
        var steering = made.Element(Dash + "ContentSteering")!;
        (steering.Value, (string)steering.Attribute("defaultServiceLocation")!).ShouldBe(("http://gateway/api/v1/steering/dash/s", "streaming-edge-1"));
        made.Elements().Last().Name.ShouldBe(Dash + "Period");
    }

    [Fact]
    public void Make_SaysHowItIsEncoded() =>
        DashManifest.Make(Packaged.Text("manifest.mpd"), Packaged.Order(All)).ShouldStartWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    [Fact]
    public void Make_OfADocumentWithEntities_IsRefused() =>
        Should.Throw<System.Xml.XmlException>(() => DashManifest.Make("<!DOCTYPE MPD [<!ENTITY x \"y\">]><MPD>&x;</MPD>", Packaged.Order(All)));
}
