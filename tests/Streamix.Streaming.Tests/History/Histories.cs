using FsCheck;
using FsCheck.Fluent;
using Streamix.Streaming.WatchHistory.Recording;

namespace Streamix.Streaming.Tests.History;

/// <summary>Positions of one profile in one title of 1000 seconds with credits at 900, and what must come of them: said once more, in other words than the code.</summary>
internal static class Histories
{
    public static readonly DateTimeOffset Start = new(2024, 1, 5, 18, 0, 0, TimeSpan.Zero);
    public static readonly Guid Title = Guid.CreateVersion7();
    private static readonly Guid Account = Guid.CreateVersion7();
    private static readonly Guid Profile = Guid.CreateVersion7();

    /// <summary>Few different times, so that some are the same.</summary>
    private static Gen<(double Seconds, int At)> Positions =>
        from seconds in Gen.Frequency((5, Gen.Choose(0, 899)), (2, Gen.Choose(900, 1000)))
        from at in Gen.Choose(0, 40)
        select ((double)seconds, at);

    public static Gen<(double Seconds, int At)[]> Any => Positions.NonEmptyListOf().Select(h => h.ToArray());

    public static Told Told(Guid title, double seconds, DateTimeOffset at) => new(Account, Profile, title, Guid.Empty, seconds, 1000, 900, at);

    public static Left Outcome(IReadOnlyCollection<(double Seconds, int At)> history)
    {
        var latest = history.Where(h => h.At == history.Max(o => o.At)).MaxBy(h => h.Seconds);
        var completed = history.Where(h => h.Seconds >= 900).Select(h => (int?)h.At).Max();
        return new(latest.Seconds, At(latest.At), latest.Seconds >= 900, completed is { } at ? At(at) : null, At(history.Min(h => h.At)));
    }

    public static Left Of(Mark mark) => new(mark.Seconds, mark.PlayedAt, mark.Completed, mark.CompletedAt, mark.FirstPlayedAt);

    private static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);
}

/// <summary>What is left of a history.</summary>
internal sealed record Left(double Seconds, DateTimeOffset PlayedAt, bool Completed, DateTimeOffset? CompletedAt, DateTimeOffset FirstPlayedAt);
