using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Hosting;
using Streamix.Streaming.CdnOrchestrator.Revocations;

namespace Streamix.Streaming.CdnOrchestrator.Standing;

/// <summary>Reads what the replicas share.</summary>
internal sealed class ReadingRounds(EdgeBook book, RevokedPlaybacks revoked, IOptions<OrchestratorOptions> options, TimeProvider time, ILogger<ReadingRounds> logger)
    : Rounds(options.Value.ReadEvery, time, logger)
{
    protected override bool AtOnce => true;

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        await book.RefreshAsync(stoppingToken);
        await revoked.RefreshAsync(stoppingToken);
    }
}
