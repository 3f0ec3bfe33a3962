namespace Streamix.Streaming.CdnOrchestrator.Choice;

/// <summary>
/// How much of its weight an edge keeps as it fills. In steps, so that a load which trembles within one moves no title; around a bound it moves some to and fro,
/// those that the one weight gives to this edge and the other does not. A lower weight moves titles away from this edge and none between the others.
/// </summary>
internal static class Shedding
{
    /// <param name="load">1 is full.</param>
    public static double Share(double load) => load switch
    {
        < 0.7 => 1,
        < 0.8 => 0.75,
        < 0.9 => 0.5,
        < 1 => 0.25,
        _ => 0.05,
    };

    /// <summary>Then even an edge farther away is better.</summary>
    public static bool IsFull(double load) => load >= 1;
}
