namespace Streamix.ServiceDefaults.Messaging.Consuming;

/// <summary>The right to run a handler, one of a limited number per process.</summary>
/// <param name="slots">The limit.</param>
/// <param name="waiting">Ends waits; what runs is let finish.</param>
internal sealed class HandlerSlot(SemaphoreSlim slots, CancellationToken waiting) : IDisposable
{
    private bool _held;

    public bool IsCancelled => waiting.IsCancellationRequested;

    public async Task TakeAsync()
    {
        await slots.WaitAsync(waiting);
        _held = true;
    }

    /// <summary>Waits for a retry and lets other subjects run meanwhile.</summary>
    public async Task PauseAsync(TimeSpan delay, TimeProvider time)
    {
        Dispose();
        await Task.Delay(delay, time, waiting);
        await TakeAsync();
    }

    public void Dispose()
    {
        if (_held)
            slots.Release();
        _held = false;
    }
}
