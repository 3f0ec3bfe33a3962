using Streamix.Streaming.PlaybackContext.Manifests;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Streaming.PlaybackContext.Starting;

namespace Streamix.Streaming.Tests.Playbacks;

public sealed class RuleTests
{
    [Theory]
    [InlineData(2160, "audio,sd,hd", "240p,480p,720p", "audio,sd,hd")]
    [InlineData(576, "audio,sd", "240p,480p", "audio,sd")]
    [InlineData(1080, "audio,sd", "240p,480p", "audio,sd")]
    [InlineData(240, "audio,sd,hd", "240p", "audio,sd")]
    [InlineData(144, "audio,sd,hd", "", "audio")]
    public void Rungs_OfADecision_AreThoseWithinItsLinesAndTiers(int lines, string tiers, string offered, string licensed)
    {
        var rungs = Rungs.Explain(Packaged.Package().Video, lines, tiers.Split(','));
        Rungs.Offered(rungs).ShouldBe(offered.Split(',', StringSplitOptions.RemoveEmptyEntries));
        Rungs.Tiers(rungs).ShouldBe(licensed.Split(','));
        rungs.ShouldAllBe(r => r.Offered == (r.Reason == null));
    }

    [Theory]
    [InlineData(null, false, "forced", null, false, "en-stereo", "en-forced")]
    [InlineData("de", false, "off", null, false, "de-stereo", null)]
    [InlineData("de-AT", false, "always", "fr", false, "de-stereo", "fr")]
    [InlineData("ja", false, "always", null, false, "en-stereo", null)]
    [InlineData("en", true, "always", "en", true, "en-described", "en-cc")]
    [InlineData(null, false, "always", "en-GB", false, "en-stereo", "en-cc")]
    public void Tracks_OfPreferences_AreTheNearest(string? language, bool described, string mode, string? captions, bool hard, string audio, string? text)
    {
        var wishes = new Preferences { AudioLanguage = language, AudioDescription = described, Captions = new() { Mode = mode, Language = captions, ForHardOfHearing = hard } };
        var choice = Tracks.Choose(Packaged.Package(), wishes, "en");
        (choice.Audio, choice.Text).ShouldBe((audio, text));
    }

    [Fact]
    public void Tracks_WithoutPreferences_AreTheUsualOnes() =>
        Tracks.Choose(Packaged.Package(), null, "en").ShouldBe(new TrackChoice("en-stereo", "en-forced", true, false));

    [Fact]
    public void StartKey_OfOneAccountAndKey_IsOneId()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        StartKey.IdOf(one, "a").ShouldBe(StartKey.IdOf(one, "a"));
        new[] { StartKey.IdOf(one, "a"), StartKey.IdOf(one, "b"), StartKey.IdOf(other, "a") }.Distinct().Count().ShouldBe(3);
        (StartKey.IdOf(one, "a").Version, StartKey.IsValid("a b"), StartKey.IsValid(new('x', 256))).ShouldBe((8, false, false));
    }

    [Fact]
    public void ManifestKey_OpensItsPlaybackOnly()
    {
        var (key, earlier) = (ManifestKey.New(), ManifestKey.New());
        var playback = new Playback { ManifestKey = ManifestKey.HashOf(key), EarlierManifestKey = ManifestKey.HashOf(earlier) };
        (ManifestKey.Opens(key, playback), ManifestKey.Opens(earlier, playback)).ShouldBe((true, true));
        foreach (var wrong in (string?[])[null, "", key[..^1], key + "A", ManifestKey.New(), "!!!!!!!!!!!!!!!!!!!!!!"])
            ManifestKey.Opens(wrong, playback).ShouldBeFalse();
    }

    [Fact]
    public void Explanation_WithoutInternals_TellsWhatWasDecidedOnly()
    {
        var whole = new Explanation([new("territory", true, "edge header")], "standard", "DE", 1080, [], ["load 0.2"], new Dictionary<string, double> { ["streaming-rights"] = 2 });
        var shown = whole.WithoutInternals();
        (shown.Rights[0].Name, shown.Rights[0].Passed, shown.Rights[0].Because, shown.Edges, shown.Parts).ShouldBe(("territory", true, null, null, null));
    }
}
