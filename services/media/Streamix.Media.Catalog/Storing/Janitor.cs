using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Hosting;

namespace Streamix.Media.Catalog.Storing;

/// <summary>Ends what was abandoned and deletes what nobody names, on every replica; what one of them has leased the others leave to it.</summary>
internal sealed partial class Janitor(IEnumerable<ISweep> sweeps, IOptions<AssetOptions> options, TimeProvider time, ILogger<Janitor> logger)
    : Rounds(options.Value.SweepInterval, time, logger)
{
    /// <summary>Does all that is due and says how much it was.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        foreach (var sweep in sweeps)
            for (int swept; (swept = await sweep.SweepAsync(cancellationToken)) > 0;)
                total += swept;
        return total;
    }

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        foreach (var sweep in sweeps)
        {
            try
            {
                while (await sweep.SweepAsync(stoppingToken) > 0)
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Log.Failed(Logger, sweep.GetType().Name, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Sweep} failed; its work falls due again")]
        public static partial void Failed(ILogger logger, string sweep, Exception exception);
    }
}
