namespace Streamix.Benchmarks.Registrations;

/// <summary>Looks once a second, and remembers the most.</summary>
internal sealed class BacklogWatch(Ledger ledger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _enough = new();
    private Task _looking = Task.CompletedTask;

    public Backlog Largest { get; private set; } = new(0, 0, 0);

    public void Start() => _looking = LookAsync();

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _looking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _enough.Dispose();
    }

    private async Task LookAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(_enough.Token))
            Largest = Backlog.Largest(Largest, await ledger.BacklogAsync());
    }
}
