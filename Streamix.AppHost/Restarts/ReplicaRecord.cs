namespace Streamix.AppHost.Restarts;

/// <summary>What became of one replica: tells a crash from other ends, and a start of ours from a person's.</summary>
internal sealed class ReplicaRecord
{
    private readonly Lock _gate = new();
    private readonly RestartPace _pace = new();
    private bool _isDown;
    private bool _isStopping;
    private bool _isAsked;
    private bool _hasEnded;
    private DateTime? _start;
    private DateTime? _end;

    /// <summary>Takes a change in; true when it says that the replica has crashed. An end is told several times and counts once.</summary>
    public bool HasCrashed(CustomResourceSnapshot snapshot)
    {
        lock (_gate)
        {
            var state = snapshot.State?.Text;
            var wasDown = _isDown;
            _isDown = KnownResourceStates.TerminalStates.Contains(state);
            if (state == KnownResourceStates.FailedToStart) return !wasDown && Take();
            if (_isDown) return snapshot.ExitCode is not (null or 0) && !_isStopping && IsNews(snapshot.StopTimeStamp, wasDown);
            if (state == KnownResourceStates.Running) Runs(snapshot.StartTimeStamp);
            else if (state == KnownResourceStates.Stopping) _isStopping = true;
            else if (state == KnownResourceStates.Starting) _isStopping = false;
            return false;
        }
    }

    /// <summary>We start it now.</summary>
    public void Asked()
    {
        lock (_gate) _isAsked = true;
    }

    /// <summary>Our start did not come about; false when a change has told that already.</summary>
    public bool TakeBack()
    {
        lock (_gate) return Take();
    }

    /// <summary>Counts a crash after a run of this length; null when it has crashed too often.</summary>
    public TimeSpan? Next(TimeSpan ran)
    {
        lock (_gate) return _pace.Next(ran);
    }

    private bool Take()
    {
        var asked = _isAsked;
        _isAsked = false;
        return asked;
    }

    /// <summary>The same end once more after our start was under way: nothing was started.</summary>
    private bool IsNews(DateTime? end, bool wasDown)
    {
        if (_hasEnded && _end == end) return !wasDown && Take();
        (_hasEnded, _end, _isAsked) = (true, end, false);
        return true;
    }

    /// <summary>Whoever starts it by hand has mended it, so it may crash as often again.</summary>
    private void Runs(DateTime? start)
    {
        _isStopping = false;
        if (start is null || start == _start) return;
        _start = start;
        if (!Take()) _pace.Reset();
    }
}
