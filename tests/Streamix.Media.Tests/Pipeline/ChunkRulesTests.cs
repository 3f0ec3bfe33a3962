using FsCheck;
using FsCheck.Fluent;
using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Ladders;

namespace Streamix.Media.Tests.Pipeline;

public sealed class ChunkRulesTests
{
    private static readonly Rate[] Rates = [new(24000, 1001), new(25, 1), new(30000, 1001), new(50, 1), new(60, 1), new(25, 2), new(5, 1)];

    [Fact]
    public void Chunks_are_the_whole_title_and_start_with_gops()
    {
        var titles = from rate in Gen.Elements(Rates) from frames in Gen.Choose(1, 100_000) from seconds in Gen.Choose(1, 120) from keys in Gen.Choose(1, 20) select (rate, frames, seconds, keys);
        Prop.ForAll(titles.ToArbitrary(), title =>
        {
            var gop = ChunkRules.GopFrames(title.rate);
            var chunks = ChunkRules.Cut(Some.Timing(title.rate, title.frames, title.keys), gop, TimeSpan.FromSeconds(title.seconds));
            var at = 0L;
            return chunks.All(chunk => chunk.FirstFrame % gop == 0 && chunk.Frames > 0 && chunk.FirstFrame == at && (at += chunk.Frames) > 0) && at == title.frames;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Decoding_starts_at_a_key_frame_not_behind_the_first_frame()
    {
        var titles = from rate in Gen.Elements(Rates) from frames in Gen.Choose(1, 50_000) from keys in Gen.Choose(1, 20) from index in Gen.Elements(true, false) select (rate, frames, keys, index);
        Prop.ForAll(titles.ToArbitrary(), title =>
        {
            var timing = Some.Timing(title.rate, title.frames, title.keys, title.index);
            return ChunkRules.Cut(timing, ChunkRules.GopFrames(title.rate), TimeSpan.FromSeconds(10))
                .All(chunk => chunk.Seek is not { } seek || (timing.KeyFrames.Contains(seek) && seek <= title.rate.SecondsOf(chunk.FirstFrame) + 0.45 / title.rate.Value));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ten_minutes_make_ten_chunks_cut_behind_key_frames_of_the_source()
    {
        var timing = Some.Timing(new Rate(25, 1), 15_000, keyEvery: 7);
        var chunks = ChunkRules.Cut(timing, 50, TimeSpan.FromMinutes(1));
        chunks.Count.ShouldBeInRange(9, 11);
        chunks.Skip(1).ShouldAllBe(chunk => chunk.FirstFrame / 25.0 - chunk.Seek!.Value <= 1.01);
    }

    [Fact]
    public void Quality_is_sampled_in_at_most_three_chunks_at_a_gop()
    {
        var chunks = ChunkRules.Cut(Some.Timing(new Rate(25, 1), 15_000), 50, TimeSpan.FromMinutes(1));
        var samples = chunks.Where(chunk => chunk.SampleFrame is not null).ToList();
        samples.Count.ShouldBe(3);
        samples.ShouldAllBe(chunk => chunk.SampleFrame % 50 == 0 && chunk.SampleFrame < chunk.Frames);
    }
}
