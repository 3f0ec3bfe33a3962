using System.Diagnostics;

namespace Streamix.Testing;

/// <summary>Waits for a condition with a deadline; tests never just sleep.</summary>
public static class Until
{
    /// <summary>Polls until the condition holds; fails with <paramref name="what"/> after the deadline (a minute unless told: it bounds a hang, and measures nothing).</summary>
    public static Task TrueAsync(Func<bool> condition, string what, TimeSpan? within = null, CancellationToken ct = default) =>
        TrueAsync(() => Task.FromResult(condition()), what, within, ct);

    /// <inheritdoc cref="TrueAsync(Func{bool}, string, TimeSpan?, CancellationToken)"/>
    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? within = null, CancellationToken ct = default)
    {
        var deadline = within ?? TimeSpan.FromMinutes(1);
        var clock = Stopwatch.StartNew();
        Exception? last = null;
        while (clock.Elapsed < deadline)
        {
            try
            {
                if (await condition()) return;
                last = null;
            }
            catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                last = e;
            }
            await Task.Delay(20, ct);
        }
        throw new TimeoutException($"Not within {deadline.TotalSeconds:0.#} s: {what}", last);
    }
}
