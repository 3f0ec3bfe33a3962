namespace Streamix.AppHost.Restarts;

/// <summary>How long to wait before a crashed process starts again: at once after a good run, then ever longer, and not at all after too many crashes in a row.</summary>
internal sealed class RestartPace
{
    /// <summary>Whatever ran this long was well; its next crash is the first again.</summary>
    public static readonly TimeSpan GoodRun = TimeSpan.FromSeconds(10);

    /// <summary>So many crashes in a row, and it stays down until a person starts it.</summary>
    public const int MostInARow = 8;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Crashes since the last good run.</summary>
    public int InARow { get; private set; }

    /// <summary>The next crash is the first again.</summary>
    public void Reset() => InARow = 0;

    /// <summary>Counts a crash after a run of this length; null when it has crashed too often.</summary>
    public TimeSpan? Next(TimeSpan ran)
    {
        InARow = ran >= GoodRun ? 1 : InARow + 1;
        if (InARow > MostInARow) return null;
        var wait = First * Math.Pow(2, InARow - 1);
        return wait < Longest ? wait : Longest;
    }
}
