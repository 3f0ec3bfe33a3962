namespace Streamix.Benchmarks.Heartbeats;

/// <summary>Where a player is.</summary>
internal sealed record Beat(Guid Account, Guid Profile, Guid Title, Guid Playback, double Seconds, DateTimeOffset At)
{
    public const double Duration = 500_000;
}

/// <summary>Keeps positions; returns when one is durable.</summary>
internal interface IKeeper
{
    Task KeepAsync(Beat beat, CancellationToken cancellationToken);
}
