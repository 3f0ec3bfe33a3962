using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Pipelines.Sockets.Unofficial;

/// <summary>Socket arguments that can be awaited, one operation after the other. When the socket answers at once, call <see cref="Complete"/>.</summary>
/// <param name="ioScheduler">Where continuations run; where the socket completes when null.</param>
public class SocketAwaitableEventArgs(PipeScheduler? ioScheduler = null) : SocketAsyncEventArgs(true), ICriticalNotifyCompletion
{
    private static readonly Action Done = () => { };
    private readonly PipeScheduler? _scheduler = ReferenceEquals(ioScheduler, PipeScheduler.Inline) ? null : ioScheduler;
    private Action? _continuation;
    private SocketError _forced;

    /// <summary>These arguments are their own awaiter.</summary>
    public SocketAwaitableEventArgs GetAwaiter() => this;

    /// <summary>Whether the operation has ended.</summary>
    public bool IsCompleted => ReferenceEquals(Volatile.Read(ref _continuation), Done);

    /// <summary>Bytes transferred.</summary>
    /// <exception cref="SocketException">The operation failed or was aborted.</exception>
    public int GetResult()
    {
        Volatile.Write(ref _continuation, null);
        var error = _forced == SocketError.Success ? SocketError : _forced;
        return error == SocketError.Success ? BytesTransferred : throw new SocketException((int)error);
    }

    /// <summary>Ends the wait with an error, for instance after a time limit. The first error stays.</summary>
    public void Abort(SocketError error = SocketError.OperationAborted)
    {
        if (error == SocketError.Success) throw new ArgumentException("An abort needs an error.", nameof(error));
        if (_forced == SocketError.Success) _forced = error;
        Complete();
    }

    /// <summary>Ends the wait: the arguments hold the result.</summary>
    public void Complete()
    {
        var continuation = Interlocked.Exchange(ref _continuation, Done);
        if (continuation is null || ReferenceEquals(continuation, Done)) return;
        if (_scheduler is null) continuation();
        else _scheduler.Schedule(static state => ((Action)state!)(), continuation);
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation)
    {
        if (ReferenceEquals(Volatile.Read(ref _continuation), Done) ||
            ReferenceEquals(Interlocked.CompareExchange(ref _continuation, continuation, null), Done))
            ThreadPool.UnsafeQueueUserWorkItem(static done => done(), continuation, preferLocal: false);
    }

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

    /// <inheritdoc/>
    protected override void OnCompleted(SocketAsyncEventArgs e) => Complete();
}
