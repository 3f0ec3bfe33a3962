using Microsoft.Extensions.Options;

namespace Streamix.Users.Account.Sagas;

/// <summary>How long to wait before a service is asked again: doubled each time, with jitter.</summary>
internal sealed class Retry(IOptions<AccountOptions> options, Random random)
{
    private const int MostDoublings = 20;

    public TimeSpan After(int failures)
    {
        var full = Math.Min(options.Value.FirstRetry.TotalSeconds * (1L << Math.Min(failures - 1, MostDoublings)), options.Value.LongestRetry.TotalSeconds);
        return TimeSpan.FromSeconds(full * (0.5 + random.NextDouble() / 2));
    }
}
