namespace Streamix.Media.Transcoder.Workers;

/// <summary>What this replica is called in leases and logs; another one after each start.</summary>
internal sealed record WorkerName(string Value)
{
    private const int LongestHost = 60;

    public static WorkerName New()
    {
        var host = Environment.MachineName is { Length: <= LongestHost } whole ? whole : Environment.MachineName[..LongestHost];
        return new($"{host}-{Guid.NewGuid().ToString("n")[..8]}");
    }
}
