namespace Streamix.Demo.Api;

/// <summary>How often somebody who is not there is asked again, and for how long.</summary>
internal sealed record Pace(TimeSpan First, TimeSpan Longest, TimeSpan Patience)
{
    public static readonly Pace Usual = new(TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(5));

    public TimeSpan After(TimeSpan pause) => pause * 1.6 < Longest ? pause * 1.6 : Longest;
}
