using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Ladders;

namespace Streamix.Media.Tests.Pipeline;

public sealed class LadderRulesTests
{
    [Theory]
    [InlineData(3840, 2160, "240p 360p 480p 720p 1080p 1440p 2160p")]
    [InlineData(1920, 1080, "240p 360p 480p 720p 1080p")]
    [InlineData(1920, 1088, "240p 360p 480p 720p 1080p")]
    [InlineData(1920, 800, "240p 360p 480p 720p 1080p")]
    [InlineData(1080, 1920, "240p 360p 480p 720p 1080p")]
    [InlineData(1600, 900, "240p 360p 480p 720p 900p")]
    [InlineData(640, 360, "240p 360p")]
    [InlineData(320, 240, "240p")]
    [InlineData(320, 180, "180p")]
    [InlineData(7680, 4320, "240p 360p 480p 720p 1080p 1440p 2160p")]
    public void A_source_gets_the_steps_up_to_its_own_size(int width, int height, string steps)
    {
        var ladder = LadderRules.Choose(Some.Video(width, height), Some.Complexity(1), []);
        string.Join(' ', ladder.Select(rung => rung.Name)).ShouldBe(steps);
    }

    [Theory]
    [InlineData(3840, 2160)]
    [InlineData(1918, 1078)]
    [InlineData(1046, 576)]
    [InlineData(608, 1080)]
    [InlineData(426, 240)]
    [InlineData(320, 180)]
    public void No_rendition_is_larger_than_the_source_and_all_sides_are_even(int width, int height)
    {
        var ladder = LadderRules.Choose(Some.Video(width, height), Some.Complexity(1), []);
        ladder.ShouldAllBe(rung => rung.Width <= width && rung.Height <= height && rung.Width % 2 == 0 && rung.Height % 2 == 0);
        ladder.ShouldAllBe(rung => Math.Abs((double)rung.Width / rung.Height / ((double)width / height) - 1) < 0.02);
    }

    [Fact]
    public void A_harder_title_gets_higher_caps()
    {
        var (easy, hard) = (LadderRules.Choose(Some.Video(1920, 1080), Some.Complexity(0.7), []), LadderRules.Choose(Some.Video(1920, 1080), Some.Complexity(1.4), []));
        easy.Zip(hard).ShouldAllBe(pair => Math.Abs(pair.Second.MaxBitrate / (double)pair.First.MaxBitrate - 2) < 0.05);
    }

    [Fact]
    public void An_easy_title_does_without_240p_and_says_why()
    {
        var reasons = new List<string>();
        LadderRules.Choose(Some.Video(1920, 1080), Some.Complexity(0.5), reasons)[0].Name.ShouldBe("360p");
        reasons.ShouldContain(reason => reason.StartsWith("No 240p"));
    }

    [Fact]
    public void Twice_the_frames_raise_the_caps()
    {
        var (slow, fast) = (LadderRules.Choose(Some.Video(1280, 720), Some.Complexity(1), []), LadderRules.Choose(Some.Video(1280, 720, new Rate(50, 1)), Some.Complexity(1), []));
        fast[^1].MaxBitrate.ShouldBe((int)(slow[^1].MaxBitrate * 1.4));
    }

    [Fact]
    public void Each_rendition_has_its_key_tier_and_its_reason()
    {
        var ladder = LadderRules.Choose(Some.Video(3840, 2160), Some.Complexity(1), []);
        ladder.Select(rung => rung.Tier).ShouldBe(["sd", "sd", "sd", "hd", "hd", "uhd", "uhd"]);
        ladder.ShouldAllBe(rung => rung.Reason.Contains("CRF"));
    }
}
