using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Tests.Pipeline;

public sealed class TimingTests
{
    [Theory]
    [InlineData(24000, 1001)]
    [InlineData(24, 1)]
    [InlineData(25, 1)]
    [InlineData(30000, 1001)]
    [InlineData(60000, 1001)]
    [InlineData(25, 2)]
    [InlineData(18, 1)]
    public void A_constant_rate_is_found_through_stamps_rounded_to_milliseconds(int num, int den)
    {
        var rate = new Rate(num, den);
        var timing = Timing.Of(At(Enumerable.Range(0, 3000).Select(i => Math.Round(7.021 + rate.SecondsOf(i), 3))), 7.021, index: true, []);
        timing.ShouldSatisfyAllConditions(t => t.Rate.ShouldBe(rate), t => t.Frames.ShouldBe(3000), t => t.Variable.ShouldBeFalse());
    }

    [Fact]
    public void Missing_frames_make_the_rate_variable_and_the_length_stays()
    {
        var notes = new List<string>();
        var timing = Timing.Of(At(Enumerable.Range(0, 300).Where(i => i % 7 != 3 && i is < 100 or > 140).Select(i => i / 30.0)), 0, index: true, notes);
        timing.ShouldSatisfyAllConditions(t => t.Variable.ShouldBeTrue(), t => t.Rate.ShouldBe(new Rate(30, 1)), t => t.Frames.ShouldBeInRange(299, 301));
        notes.ShouldHaveSingleItem().ShouldContain("unevenly");
    }

    [Fact]
    public void Fields_shown_three_times_do_not_make_a_film_variable()
    {
        var stamps = Enumerable.Range(0, 1200).Select(i => i * 1001 / 24000.0 + (i % 2 == 0 ? 0 : 1001 / 120000.0));
        Timing.Of(At(stamps), 0, index: true, []).Rate.ShouldBe(new Rate(24000, 1001));
    }

    [Theory]
    [InlineData(120, 1, 60, 300)]
    [InlineData(240, 1, 60, 150)]
    [InlineData(1, 1, 5, 3000)]
    public void Rates_out_of_bounds_are_divided_or_multiplied(int num, int den, int becomes, int frames)
    {
        var timing = Timing.Of(At(Enumerable.Range(0, 600).Select(i => new Rate(num, den).SecondsOf(i))), 0, index: true, []);
        timing.Rate.Value.ShouldBe(becomes);
        timing.Frames.ShouldBe(frames);
    }

    [Fact]
    public void Key_frames_are_kept_a_second_apart()
    {
        var timing = Timing.Of(At(Enumerable.Range(0, 250).Select(i => i / 25.0)), 0, index: true, []);
        timing.KeyFrames.ShouldBe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }

    private static List<Packet> At(IEnumerable<double> times) => [.. times.Select(time => new Packet(time, 0, 100, Key: true))];
}
