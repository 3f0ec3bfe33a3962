namespace Streamix.ServiceDefaults.Messaging.Kafka;

/// <summary>
/// How far a partition is done: events of different subjects end in any order, but an offset may be committed only when
/// everything before it is done.
/// </summary>
/// <param name="settled">Called for each event that is done or given up.</param>
internal sealed class PartitionProgress(Action? settled = null)
{
    private readonly SortedSet<long> _open = [];
    private readonly CancellationTokenSource _revoked = new();
    private readonly TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _next = -1;
    private long _committed = -1;
    private int _unsettled;
    private bool _closing;

    public CancellationToken Revoked => _revoked.Token;

    public int Unsettled => Volatile.Read(ref _unsettled);

    public void Received(long offset)
    {
        lock (_open)
        {
            _open.Add(offset);
            _next = offset + 1;
            _unsettled++;
        }
    }

    public void Done(long offset)
    {
        lock (_open)
        {
            _open.Remove(offset);
            Settled();
        }
    }

    public void Abandoned()
    {
        lock (_open)
            Settled();
    }

    /// <summary>The offset to commit (that of the next event to read), or null when there is nothing new.</summary>
    public long? Advance()
    {
        lock (_open)
        {
            var offset = _open.Count > 0 ? _open.Min : _next;
            if (offset < 0 || offset == _committed)
                return null;
            return _committed = offset;
        }
    }

    /// <summary>The commit of this offset failed, so it is new again.</summary>
    public void Retract(long offset)
    {
        lock (_open)
            if (_committed == offset)
                _committed = -1;
    }

    /// <summary>Takes the events back; completes when none is being handled any more.</summary>
    public async Task CloseAsync()
    {
        await _revoked.CancelAsync();
        lock (_open)
        {
            _closing = true;
            if (_unsettled == 0)
                _quiet.TrySetResult();
        }

        await _quiet.Task;
    }

    private void Settled()
    {
        if (--_unsettled == 0 && _closing)
            _quiet.TrySetResult();
        settled?.Invoke();
    }
}
