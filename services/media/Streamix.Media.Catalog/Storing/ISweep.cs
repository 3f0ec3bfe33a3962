namespace Streamix.Media.Catalog.Storing;

/// <summary>Work that falls due, in batches.</summary>
internal interface ISweep
{
    /// <summary>Does some of what is due and says how much it was; 0 when nothing was.</summary>
    Task<int> SweepAsync(CancellationToken cancellationToken);
}

internal static class Sweeping
{
    /// <summary>What fails does not keep the others from their turn; it is thrown in the end.</summary>
    public static async Task EachAsync<T>(this IEnumerable<T> items, Func<T, Task> work)
    {
        List<Exception> failures = [];
        foreach (var item in items)
        {
            try
            {
                await work(item);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                failures.Add(error);
            }
        }
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}
