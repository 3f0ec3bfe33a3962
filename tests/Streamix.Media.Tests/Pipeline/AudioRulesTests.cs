using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Tests.Pipeline;

public sealed class AudioRulesTests
{
    [Fact]
    public void Surround_is_kept_beside_stereo()
    {
        var plans = AudioRules.Choose([Track(1, 6, "en", isDefault: true)]);
        plans.Select(plan => (plan.Name, plan.Channels, plan.Default)).ShouldBe([("en-stereo", 2, true), ("en-surround", 6, false)]);
    }

    [Fact]
    public void Mono_becomes_stereo() => AudioRules.Choose([Track(1, 1, "en")]).ShouldHaveSingleItem().Channels.ShouldBe(2);

    [Fact]
    public void No_sound_makes_no_tracks() => AudioRules.Choose([]).ShouldBeEmpty();

    [Fact]
    public void Names_are_unique_and_one_track_is_the_default()
    {
        var plans = AudioRules.Choose([Track(1, 2, "en"), Track(2, 2, "en"), Track(3, 2, "en", role: "commentary"), Track(4, 2, "de", isDefault: true)]);
        plans.Select(plan => plan.Name).ShouldBe(["en-stereo", "en-2-stereo", "en-commentary-stereo", "de-stereo"]);
        plans.Single(plan => plan.Default).Language.ShouldBe("de");
    }

    private static AudioSource Track(int stream, int channels, string language, string role = "main", bool isDefault = false) => new(stream, "aac", channels, 48000, language, role, isDefault);
}
