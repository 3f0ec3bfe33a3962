using Streamix.Media.Transcoder.Pipeline;

namespace Streamix.Media.Tests.Pipeline;

/// <summary>What is no film is refused for a reason that a person understands, soon.</summary>
public sealed class HostileTests
{
    /// <summary>Far beyond what any takes; looking at a pretender for ever is what must not be.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("empty", "empty")]
    [InlineData("one-byte", "not-media")]
    [InlineData("random", "not-media")]
    [InlineData("random-with-header", "damaged")]
    [InlineData("text", "not-media")]
    [InlineData("pdf", "not-media")]
    [InlineData("program", "not-media")]
    [InlineData("picture-png", "no-video")]
    [InlineData("picture-jpeg", "no-video")]
    [InlineData("archive", "not-media")]
    [InlineData("gzip-bomb", "not-media")]
    [InlineData("compressed-index-bomb", "hostile")]
    [InlineData("cut-before-index", "damaged")]
    [InlineData("cut-in-half", "damaged")]
    [InlineData("cut-mkv", "damaged")]
    [InlineData("cut-avi", "damaged")]
    [InlineData("cut-after-header", "damaged")]
    [InlineData("header-only", "damaged")]
    [InlineData("playlist-other-host", "hostile")]
    [InlineData("playlist-local-file", "hostile")]
    [InlineData("playlist-key", "hostile")]
    [InlineData("manifest", "hostile")]
    [InlineData("script-concat", "hostile")]
    [InlineData("session-description", "hostile")]
    [InlineData("playlist-pls", "hostile")]
    [InlineData("playlist-asx", "hostile")]
    [InlineData("svg", "hostile")]
    [InlineData("sound-only", "no-video")]
    [InlineData("sound-with-cover", "no-video")]
    [InlineData("subtitles-only", "no-video")]
    [InlineData("one-pixel", "too-small-frame")]
    [InlineData("huge-frame", "too-large-frame")]
    [InlineData("endless", "too-long")]
    [InlineData("endless-mkv", "too-long")]
    [InlineData("lying-count", "damaged")]
    [InlineData("lying-size", "damaged")]
    [InlineData("lying-box", "no-video")]
    [InlineData("nested-boxes", "damaged")]
    [InlineData("scrambled-picture", "damaged")]
    [InlineData("protected", "protected")]
    [InlineData("unknown-codec", "unsupported-codec")]
    [InlineData("unknown-container", "unsupported-container")]
    [InlineData("points-to-file", "damaged")]
    [InlineData("nothing-but-header-frames", "damaged")]
    public async Task A_pretender_is_refused(string name, string code)
    {
        var file = await MediaFiles.GetAsync(name);
        var refusal = await Should.ThrowAsync<RejectedException>(() => PipelineHost.Pipeline().ProbeAsync(file, default).WaitAsync(Soon));
        refusal.Code.ShouldBe(code);
        refusal.Reason.ShouldEndWith(".");
    }

    [Fact]
    public async Task A_film_longer_than_allowed_is_refused()
    {
        var file = await MediaFiles.GetAsync("one-second");
        var refusal = await Should.ThrowAsync<RejectedException>(() => PipelineHost.Pipeline(("Transcoder:LongestTitle", "00:00:00.5")).ProbeAsync(file, default));
        refusal.Code.ShouldBe(RejectCodes.TooLong);
    }
}
