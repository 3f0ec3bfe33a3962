namespace Streamix.Users.Profile.Pins;

/// <summary>How long a profile rests after wrong PINs: from the fifth on, half a minute that doubles, a day at most.</summary>
internal static class PinBackoff
{
    /// <summary>Wrong PINs before the first rest.</summary>
    public const int Free = 5;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The rest after this many wrong PINs in a row; null for none.</summary>
    public static TimeSpan? After(int failures) => failures < Free ? null
        : failures - Free >= 20 ? Longest
        : First * (1 << (failures - Free)) is var rest && rest < Longest ? rest : Longest;

    /// <summary>Attempts before the next rest.</summary>
    public static int Left(int failures) => Math.Max(0, Free - failures);
}
