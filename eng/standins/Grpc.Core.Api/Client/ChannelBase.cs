namespace Grpc.Core;

/// <summary>A way to a server.</summary>
public abstract class ChannelBase
{
    /// <summary>To <paramref name="target"/>.</summary>
    protected ChannelBase(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
    }

    /// <summary>Where it leads.</summary>
    public string Target { get; }

    /// <summary>Makes calls through it.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Ends it.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <summary>Ends it.</summary>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
