using FsCheck;
using FsCheck.Fluent;
using Streamix.Streaming.WatchHistory;
using Streamix.Streaming.WatchHistory.Recording;

namespace Streamix.Streaming.Tests.History;

public sealed class MarkTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);
    private static readonly HistoryOptions Options = new();

    [Theory]
    [InlineData(899, 1000, 900, false)]
    [InlineData(900, 1000, 900, true)]
    [InlineData(949, 1000, 0, false)]
    [InlineData(950, 1000, 0, true)]
    [InlineData(960, 1000, 2000, true)]
    [InlineData(5, 0, 0, false)]
    public void Completed_IsByTheCreditsOrNearlyTheEnd(double seconds, double duration, double credits, bool completed) =>
        MarkRules.IsCompleted(seconds, duration, credits, 0.95).ShouldBe(completed);

    [Theory]
    [InlineData(-60, -60)]
    [InlineData(4, 4)]
    [InlineData(6, 5)]
    [InlineData(60 * 24 * 365 * 10, 5)]
    public void PlayedAt_OfAClockThatIsAhead_IsSetBack(int minutes, int believed) =>
        MarkRules.PlayedAt(Now.AddMinutes(minutes), Now, TimeSpan.FromMinutes(5)).ShouldBe(Now.AddMinutes(believed));

    [Theory]
    [InlineData(1200, 1000, 1000)]
    [InlineData(500, 1000, 500)]
    [InlineData(500, 0, 500)]
    public void Seconds_BeyondTheEnd_AreTheEnd(double told, double duration, double believed) => MarkRules.Seconds(told, duration).ShouldBe(believed);

    [Fact]
    public void Join_OfAnyHistory_IsTheSameInAnyOrderAndGrouping() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
        (from history in Histories.Any from shuffled in Gen.Shuffle(history) from cut in Gen.Choose(0, history.Length) select (history, shuffled, cut)).ToArbitrary(),
        given =>
        {
            var marks = given.history.Select(Marked).ToList();
            var (front, back) = (given.shuffled.Take(given.cut).Select(Marked).ToList(), given.shuffled.Skip(given.cut).Select(Marked).ToList());
            var whole = marks.Aggregate(Mark.Join);
            var grouped = ((List<Mark>[])[front, back]).Where(g => g.Count > 0).Select(g => g.Aggregate(Mark.Join)).Aggregate(Mark.Join);
            var twice = marks.Concat(marks).Aggregate(Mark.Join);
            var expected = Histories.Outcome(given.history);
            return expected == Histories.Of(whole) && expected == Histories.Of(grouped) && expected == Histories.Of(twice);
        }));

    [Fact]
    public void Joined_OfManyTitles_IsOneEachInTheOrderOfTheirKeys()
    {
        var (one, two) = (Guid.Parse("0199c0de-0000-7000-8000-000000000001"), Guid.Parse("0199c0de-0000-7000-8000-000000000002"));
        var joined = MarkRules.Joined(new[] { Histories.Told(two, 5, Now), Histories.Told(one, 9, Now.AddSeconds(4)), Histories.Told(two, 7, Now.AddSeconds(2)), Histories.Told(one, 3, Now) }
            .Select(t => MarkRules.Of(t, Now, Options)));
        joined.Select(m => (m.TitleId, m.Seconds)).ShouldBe([(one, 9.0), (two, 7.0)]);
    }

    private static Mark Marked((double Seconds, int At) played) => MarkRules.Of(Histories.Told(Histories.Title, played.Seconds, Histories.Start.AddSeconds(played.At)), Now, Options);
}
