using Streamix.Testing;

namespace Streamix.Platform.Tests.Streaming;

/// <summary>Streaming at a pace that tests can wait for, and on a machine that lies somewhere.</summary>
internal static class StreamingTerms
{
    public static readonly TimeSpan TokenLifetime = TimeSpan.FromSeconds(20);

    /// <summary>A busy machine is late with everything; what is then left out, or counted by one replica alone, is tested elsewhere.</summary>
    public static IReadOnlyList<string> Unhurried { get; } =
    [
        "--Settings:streaming-playback-context:Playback:OptionalBudget=00:00:05",
        "--Settings:streaming-rights:Rights:Patience=00:00:02",
        .. Arguments(TokenLifetime),
    ];

    /// <param name="tokenLifetime">How long addresses at the edges are good.</param>
    public static IReadOnlyList<string> Arguments(TimeSpan tokenLifetime) =>
    [
        $"--Settings:streaming-rights:Rights:Territories:File={Repository.PathOf("tests", "Streamix.Platform.Tests", "Streaming", "territories.csv")}",
        .. from setting in (string[])[$"TokenLifetime={tokenLifetime}", "HeartbeatInterval=00:00:01", "SlotInterval=00:00:03", "Rounds=00:00:01"]
           select $"--Settings:streaming-playback-context:Playback:{setting}",
    ];
}
