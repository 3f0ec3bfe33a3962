namespace Streamix.AppHost.Backing.Processes;

internal sealed class RedisAnswers : EngineCheck
{
    public override async Task AskAsync(string connectionString, CancellationToken ct)
    {
        var parts = connectionString.Split(",password=");
        var answer = await Loopback.ExchangeAsync(parts[0], $"AUTH {parts[1]}\r\nPING\r\n", until: "PONG", ct);
        if (!answer.Contains("PONG", StringComparison.Ordinal)) throw new InvalidOperationException(answer.Trim());
    }
}
