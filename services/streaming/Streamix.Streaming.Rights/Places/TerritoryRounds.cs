using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Hosting;

namespace Streamix.Streaming.Rights.Places;

/// <summary>Looks for another table of territories.</summary>
internal sealed class TerritoryRounds(TerritoryTable table, IOptions<RightsOptions> options, TimeProvider time, ILogger<TerritoryRounds> logger)
    : Rounds(options.Value.Territories.LookEvery, time, logger)
{
    protected override bool AtOnce => true;

    protected override Task RoundAsync(CancellationToken stoppingToken)
    {
        table.Refresh();
        return Task.CompletedTask;
    }
}
