using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Streamix.Comms.Email.Sending;

/// <summary>How many mails per second this replica hands in, all connections together.</summary>
internal sealed class SendRate(IOptions<EmailOptions> options) : IDisposable
{
    private readonly TokenBucketRateLimiter _bucket = new(Rules(options.Value.Sending.RatePerSecond));

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var permit = await _bucket.AcquireAsync(1, cancellationToken);
        if (!permit.IsAcquired)
            throw new InvalidOperationException("More connections wait than the rate has places for.");
    }

    public void Dispose() => _bucket.Dispose();

    /// <summary>One token per period, and as many at once as come in a second.</summary>
    private static TokenBucketRateLimiterOptions Rules(double perSecond) => new()
    {
        TokenLimit = Math.Max(1, (int)perSecond),
        TokensPerPeriod = Math.Max(1, (int)(perSecond / 20)),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, (int)(perSecond / 20)) / perSecond),
        QueueLimit = 1000,
    };
}
